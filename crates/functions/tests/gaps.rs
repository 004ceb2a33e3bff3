//! `contract/gaps.txt`: the functions that are listed and do not do their work yet.
//!
//! The file and the code must agree to the name, so a function that stops working, or a new one
//! that does not work yet, shows as an added line in a review. [`MOST`] is the ceiling: it is
//! lowered now and then, and raising it is an edit here that has to be argued for.

mod generated;

use std::collections::BTreeSet;

use generated::{Done, hold, is_writing, text};

/// The most functions that may be listed without doing their work.
const MOST: usize = 336;

const FILE: &str = "contract/gaps.txt";

const HEAD: &str = "\
# Functions that are listed and refuse to run, because they do not do their work yet.
# Written by `cargo xtask scaffold --gaps`. A name goes when its function is finished.
";

fn unfinished() -> BTreeSet<&'static str> {
    let entries = functions::GROUPS.iter().flat_map(|group| group.functions);
    entries.filter(|entry| !entry.finished).map(|entry| entry.name).collect()
}

#[test]
fn the_gaps_are_exactly_the_unfinished_functions() -> Done {
    let unfinished = unfinished();
    if is_writing() {
        let lines: Vec<_> = unfinished.iter().map(|name| format!("{name}\n")).collect();
        return hold(FILE, &format!("{HEAD}{}", lines.concat()), "scaffold --gaps");
    }
    let file = text(FILE)?;
    let lines: Vec<_> = file.lines().filter(|line| !line.starts_with('#')).collect();
    let listed: BTreeSet<_> = lines.iter().copied().collect();
    assert_eq!(lines, listed.iter().copied().collect::<Vec<_>>(), "{FILE}: sort, each name once");
    let done: Vec<_> = listed.difference(&unfinished).collect();
    assert!(done.is_empty(), "{FILE}: these are finished or gone, take them out: {done:?}");
    let new: Vec<_> = unfinished.difference(&listed).collect();
    assert!(new.is_empty(), "these do not do their work, and are not in {FILE}: {new:?}");
    Ok(())
}

#[test]
fn the_gaps_only_shrink() {
    let count = unfinished().len();
    assert!(count <= MOST, "{count} functions do not do their work; there may be {MOST}");
}
