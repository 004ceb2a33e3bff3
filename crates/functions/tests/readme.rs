//! The table of groups in the README.

mod counts;
mod generated;

#[test]
fn the_readme_counts_the_functions() -> generated::Done {
    counts::hold_table("functions", "Group", functions::GROUPS)
}
