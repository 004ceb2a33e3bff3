//! Where the code differs from the contract on purpose.

/// Functions that the contract does not have: name, reason.
pub(crate) const BEYOND: &[(&str, &str)] = &[];

/// Differences: function, place (it may end in `*`), reason. Places are what the test prints.
pub(crate) const DEVIATIONS: &[(&str, &str, &str)] = &[];
