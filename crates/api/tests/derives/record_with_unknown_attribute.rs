//! A record has a table and a key, nothing else.

use api::Record;

/// A row.
#[derive(Record)]
#[record(table = "rows", key = "name", index = "name")]
struct Row {
    /// Its name.
    name: String,
}

fn main() {}
