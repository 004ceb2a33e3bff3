//! `contract/uapi/gaps.txt`: the functions of UAPI that are listed and do not do their work yet, as
//! `contract/gaps.txt` has those of WHM.

#[path = "../../functions/tests/generated/mod.rs"]
mod generated;

use std::collections::BTreeSet;

use generated::{Done, hold, is_writing, text};

/// The most functions that may be listed without doing their work.
const MOST: usize = 283;

const FILE: &str = "contract/uapi/gaps.txt";

const HEAD: &str = "\
# Functions of UAPI that are listed and refuse to run, because they do not do their work yet.
# Written by `cargo xtask scaffold --gaps`. A name goes when its function is finished.
";

fn unfinished() -> BTreeSet<String> {
    let entries = uapi::MODULES
        .iter()
        .flat_map(|module| module.functions.iter().map(move |entry| (module.title, entry)));
    let unfinished = entries.filter(|(_, entry)| !entry.finished);
    unfinished.map(|(module, entry)| format!("{module}::{}", entry.name)).collect()
}

#[test]
fn the_gaps_are_exactly_the_unfinished_functions() -> Done {
    let unfinished = unfinished();
    if is_writing() {
        let lines: Vec<_> = unfinished.iter().map(|name| format!("{name}\n")).collect();
        return hold(FILE, &format!("{HEAD}{}", lines.concat()), "scaffold --gaps");
    }
    let file = text(FILE)?;
    let lines: Vec<String> =
        file.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect();
    let listed: BTreeSet<String> = lines.iter().cloned().collect();
    assert_eq!(lines, listed.iter().cloned().collect::<Vec<_>>(), "{FILE}: sort, each name once");
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

#[test]
fn functions_are_found_by_module_and_name_with_their_case() {
    let entry = uapi::find("Email", "add_pop").map(|entry| entry.name);
    assert_eq!(entry, Some("add_pop"));
    for (module, function) in [("email", "add_pop"), ("Email", "Add_pop"), ("Ftp", "add_pop")] {
        assert!(uapi::find(module, function).is_none(), "{module}::{function}");
    }
}
