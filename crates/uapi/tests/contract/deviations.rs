//! Where the code differs from the contract on purpose.

/// Functions that the contract does not have: `Module::function`, reason.
pub(crate) const BEYOND: &[(&str, &str)] = &[];

/// Differences: `Module::function`, places (each may end in `*`), reason. Places are what the test
/// prints.
pub(crate) const DEVIATIONS: &[(&str, &[&str], &str)] = &[
    ("Batch::strict", &["effect"], "The functions that it calls say whether they change anything."),
    (
        "DNSSEC::add_zone_key",
        &["parameter algo_num"],
        "An algorithm that does not sign is refused with the reason, which a list of words cannot say.",
    ),
    (
        "DNSSEC::enable_dnssec",
        &["parameter algo_num", "parameter key_setup"],
        "As enable_dnssec_for_domains of WHM has it: ECDSA on P-256 with one key, where nothing is said.",
    ),
    (
        "DNSSEC::fetch_ds_records",
        &["reply *.keys", "reply *.nsec_details"],
        "As fetch_ds_records_for_domains of WHM has it: a zone that is not signed has neither.",
    ),
    ("Batch::strict", &["reply []"], "What each function answered is passed on as it is."),
];
