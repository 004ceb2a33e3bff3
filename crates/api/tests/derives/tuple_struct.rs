//! Parameters have names.

use api::Input;

/// Removes something.
#[derive(Input)]
struct Params(String);

fn main() {}
