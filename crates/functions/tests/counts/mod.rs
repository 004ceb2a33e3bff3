//! The tables of the README that count functions.

use crate::generated::{Done, hold, text};

/// A row a group: how many of its functions are listed, and how many of those work.
pub(crate) fn table(head: &str, groups: &[api::Group]) -> String {
    let mut rows = vec![format!("| {head} | Works | Listed |"), "| --- | --: | --: |".to_owned()];
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

/// The page with this between the marks of that name; none where a mark is missing.
pub(crate) fn between_marks(page: &str, name: &str, text: &str) -> Option<String> {
    let [begin, end] = ["begin", "end"].map(|word| format!("<!-- {name}: {word} -->"));
    let (before, rest) = page.split_once(&begin)?;
    let (_, after) = rest.split_once(&end)?;
    Some(format!("{before}{begin}\n\n{text}\n\n{end}{after}"))
}

/// Holds the README's table of that name to the groups.
pub(crate) fn hold_table(name: &str, head: &str, groups: &[api::Group]) -> Done {
    let page = text("README.md")?;
    let wanted = between_marks(&page, name, &table(head, groups));
    let wanted =
        wanted.ok_or(format!("README.md: it has no marks <!-- {name}: begin --> and end"))?;
    hold("README.md", &wanted, "readme")
}

#[test]
fn only_what_is_between_the_marks_changes() {
    let page = "a\n<!-- x: begin -->\nold\n<!-- x: end -->\nb\n";
    let wanted = "a\n<!-- x: begin -->\n\nnew\n\n<!-- x: end -->\nb\n";
    assert_eq!(between_marks(page, "x", "new").as_deref(), Some(wanted));
    assert_eq!(between_marks("no marks", "x", "new"), None);
}
