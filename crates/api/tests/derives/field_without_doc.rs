//! Each field must say what it is: callers read it.

use api::Input;

/// Removes something.
#[derive(Input)]
struct Params {
    name: String,
}

fn main() {}
