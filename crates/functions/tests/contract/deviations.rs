//! Where the code differs from the contract on purpose.

/// Functions that the contract does not have: name, reason.
pub(crate) const BEYOND: &[(&str, &str)] = &[];

/// Differences: function, place (it may end in `*`), reason. Places are what the test prints.
pub(crate) const DEVIATIONS: &[(&str, &str, &str)] = &[
    (
        "accountsummary",
        "reply acct[].has_backup",
        "lists of accounts have the key, and share the type",
    ),
    (
        "accountsummary",
        "reply acct[].standalone_feature*",
        "lists of accounts have the key, and share the type",
    ),
    ("api_token_create", "reply whitelist_ips", "null where there is no limit, as the notes say"),
    (
        "api_token_list",
        "reply tokens.*.whitelist_ips",
        "null where there is no limit, as the notes say",
    ),
    ("api_token_update", "reply whitelist_ips", "null where there is no limit, as the notes say"),
    ("batch", "reply result[]", "each is the whole answer of another function"),
    (
        "listaccts",
        "reply acct[].has_backup",
        "the summary of one account lacks the key, and shares the type",
    ),
    (
        "listaccts",
        "reply acct[].standalone_feature*",
        "the summary of one account lacks the key, and shares the type",
    ),
    ("loadavg", "reply", "the contract counts what is in an envelope, and this answer has none"),
    ("nvget", "reply value", "clients without a version look for it at the root"),
];
