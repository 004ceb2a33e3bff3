//! A record says where it is kept.

use api::Record;

/// A row.
#[derive(Record)]
#[record(key = "name")]
struct Row {
    /// Its name.
    name: String,
}

fn main() {}
