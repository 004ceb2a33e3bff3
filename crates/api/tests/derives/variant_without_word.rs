//! Each variant has its word on the wire.

use api::Word;

/// How often.
#[derive(Clone, Copy, Word)]
enum Schedule {
    /// Each day.
    #[word("daily")]
    Daily,
    /// Never.
    Never,
}

fn main() {}
