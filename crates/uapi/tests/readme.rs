//! The table of modules in the README.

#[path = "../../functions/tests/counts/mod.rs"]
mod counts;
#[path = "../../functions/tests/generated/mod.rs"]
mod generated;

#[test]
fn the_readme_counts_the_functions() -> generated::Done {
    counts::hold_table("accounts", "Module", uapi::MODULES)
}
