//! The table of groups in the README.

mod generated;

use generated::{Done, hold, text};

const BEGIN: &str = "<!-- functions: begin -->";
const END: &str = "<!-- functions: end -->";

/// A row a group: how many of its functions are listed, and how many of those work.
fn table(groups: &[api::Group]) -> String {
    let mut rows = vec!["| Group | Works | Listed |".to_owned(), "| --- | --: | --: |".to_owned()];
    let count = |group: &api::Group| {
        (group.functions.iter().filter(|entry| entry.finished).count(), group.functions.len())
    };
    let row =
        |title: &str, works: usize, listed: usize| format!("| {title} | {works} | {listed} |");
    let (mut works, mut listed) = (0, 0);
    for group in groups {
        let (some, all) = count(group);
        rows.push(row(group.title, some, all));
        works += some;
        listed += all;
    }
    rows.push(row("**All**", works, listed));
    rows.join("\n")
}

/// The page with this between its two marks; none where a mark is missing.
fn between_marks(page: &str, text: &str) -> Option<String> {
    let (before, rest) = page.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{BEGIN}\n\n{text}\n\n{END}{after}"))
}

#[test]
fn the_readme_counts_the_functions() -> Done {
    let page = text("README.md")?;
    let wanted = between_marks(&page, &table(functions::GROUPS));
    let wanted = wanted.ok_or(format!("README.md: put the lines {BEGIN} and {END} into it"))?;
    hold("README.md", &wanted, "readme")
}

#[test]
fn only_what_is_between_the_marks_changes() {
    let page = format!("a\n{BEGIN}\nold\n{END}\nb\n");
    assert_eq!(between_marks(&page, "new"), Some(format!("a\n{BEGIN}\n\nnew\n\n{END}\nb\n")));
    assert_eq!(between_marks("no marks", "new"), None);
}
