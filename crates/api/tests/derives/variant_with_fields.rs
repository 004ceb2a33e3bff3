//! A word carries nothing.

use api::Word;

/// How often.
#[derive(Clone, Copy, Word)]
enum Schedule {
    /// Each so many days.
    #[word("days")]
    Days(u32),
}

fn main() {}
