//! An attribute that is misspelt is no comment.

use api::Input;

/// Removes something.
#[derive(Input)]
struct Params {
    /// Its name.
    #[param(optional)]
    name: String,
}

fn main() {}
