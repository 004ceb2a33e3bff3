//! Where the code differs from the contract on purpose.

/// Functions that the contract does not have: `Module::function`, reason.
pub(crate) const BEYOND: &[(&str, &str)] = &[];

/// Differences: `Module::function`, places (each may end in `*`), reason. Places are what the test
/// prints.
pub(crate) const DEVIATIONS: &[(&str, &[&str], &str)] = &[
    ("Batch::strict", &["effect"], "The functions that it calls say whether they change anything."),
    ("Batch::strict", &["reply []"], "What each function answered is passed on as it is."),
];
