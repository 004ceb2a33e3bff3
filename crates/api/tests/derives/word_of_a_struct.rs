//! Only an enumeration has words.

use api::Word;

/// How often.
#[derive(Clone, Copy, Word)]
struct Schedule;

fn main() {}
