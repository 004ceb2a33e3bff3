//! The same holds for replies.

use api::Output;

/// What was removed.
#[derive(Output)]
struct Reply {
    name: String,
}

fn main() {}
