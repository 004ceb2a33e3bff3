//! Where the code differs from the contract on purpose.

/// Functions that the contract does not have: name, reason.
pub(crate) const BEYOND: &[(&str, &str)] = &[
    ("addip", "Callers who name no version call `addips` so, for one address."),
    ("uapi_cpanel", "The page of `cpanel` names it; clients call it, within `batch` too."),
];

/// Differences: function, places (each may end in `*`), reason. Places are what the test prints.
pub(crate) const DEVIATIONS: &[(&str, &[&str], &str)] = &[
    (
        "cpanel",
        &["parameter *"],
        "A call without one of them is answered in the shape that its clients read, by the relay.",
    ),
    ("cpanel", &["effect"], "The function that it calls says whether it changes anything."),
    (
        "validate_current_dkims",
        &["effect"],
        "There is no memory of valid keys that it could change: each is looked at anew.",
    ),
    (
        "accountsummary",
        &[
            "reply acct[].has_backup",
            "reply acct[].standalone_feature",
            "reply acct[].standalone_feature_name",
        ],
        "One type serves all lists of accounts; here the three keys are always absent.",
    ),
    (
        "listaccts",
        &[
            "reply acct[].has_backup",
            "reply acct[].standalone_feature",
            "reply acct[].standalone_feature_name",
        ],
        "One type serves all lists of accounts; here the three keys are always there.",
    ),
    (
        "createacct",
        &[
            "parameter cgi",
            "parameter featurelist",
            "parameter hasshell",
            "parameter ip",
            "parameter max_defer_fail_percentage",
            "parameter max_emailacct_quota",
            "parameter maxaddon",
            "parameter maxpark",
            "parameter plan",
            "parameter quota",
        ],
        "Where it is absent, the package's value counts, whatever that is; a limit or a missing \
         package needs a privilege only where it is given.",
    ),
    (
        "createacct",
        &["parameter customip"],
        "Forms send it empty, which counts as absent; the function reads the address.",
    ),
    ("reboot", &["reply"], "Callers who name no version read it; it does others no harm."),
    ("createacct", &["parameter frontpage"], "It is ignored, whatever it is."),
    (
        "createacct",
        &["parameter homedir"],
        "The function's rule is narrower than that of paths: the last part is the username.",
    ),
    (
        "modifyacct",
        &["parameter MAILBOX_FORMAT"],
        "What createacct can make, this can name: mdbox too.",
    ),
    (
        "modifyacct",
        &["parameter modify_firewall"],
        "What is not given stays as it is; an account begins with 1.",
    ),
    (
        "modifyacct",
        &["parameter shell"],
        "The function's rule is narrower than that of paths: an absolute one of plain names.",
    ),
    (
        "api_token_create",
        &["reply whitelist_ips"],
        "The contract's own notes: null where the token is not limited to addresses.",
    ),
    (
        "api_token_list",
        &["reply tokens.*.whitelist_ips"],
        "The contract's own notes: null where the token is not limited to addresses.",
    ),
    (
        "api_token_update",
        &["reply whitelist_ips"],
        "As api_token_create has it: null where the token is not limited to addresses.",
    ),
    (
        "create_integration_link",
        &["parameter group_id"],
        "A group that create_integration_group made for the account is one too.",
    ),
    (
        "batch",
        &["reply result[]"],
        "Each item is the whole answer of one function, made behind the gate; its data has no one type.",
    ),
    (
        "addpkg",
        &["parameter variables"],
        "Variables of extensions come under their own names, as the contract says beside \
         _PACKAGE_EXTENSIONS.",
    ),
    (
        "addpkgext",
        &["parameter variables"],
        "Variables of extensions come under their own names, as the contract says beside \
         _PACKAGE_EXTENSIONS.",
    ),
    (
        "delpkgext",
        &["parameter variables"],
        "Variables of extensions come under their own names, as the contract says beside \
         _PACKAGE_EXTENSIONS.",
    ),
    (
        "editpkg",
        &["parameter variables"],
        "Variables of extensions come under their own names, as the contract says beside \
         _PACKAGE_EXTENSIONS.",
    ),
    (
        "editpkg",
        &[
            "parameter bwlimit",
            "parameter cgi",
            "parameter digestauth",
            "parameter featurelist",
            "parameter frontpage",
            "parameter hasshell",
            "parameter ip",
            "parameter max_defer_fail_percentage",
            "parameter max_email_per_hour",
            "parameter max_emailacct_quota",
            "parameter maxaddon",
            "parameter maxftp",
            "parameter maxlst",
            "parameter maxpark",
            "parameter maxpop",
            "parameter maxsql",
            "parameter maxsub",
            "parameter quota",
        ],
        "Clients send only what they want changed: what is absent keeps its value, and has the \
         contract's default in a package that this call makes.",
    ),
    (
        "get_available_applications",
        &["parameter file"],
        "There is one definition, and the function refuses every other name.",
    ),
    (
        "matchpkgs",
        &["reply pkg"],
        "Several packages can match, so it is a list with names, as listpkgs has it; the contract's own \
         notes leave the one object without a name unresolved.",
    ),
    (
        "loadavg",
        &["reply"],
        "The contract's own notes: the three averages are the whole answer, without an envelope.",
    ),
    (
        "nvget",
        &["reply value"],
        "Clients that name no version look for the value at the root; the contract's shape is a guess \
         by its own word.",
    ),
    (
        "addzonerecord",
        &[
            "parameter type",
            "parameter certificate",
            "parameter digest",
            "parameter fingerprint",
            "parameter flags",
            "parameter fptype",
            "parameter matching",
            "parameter minimum",
            "parameter order",
            "parameter params",
            "parameter regexp",
            "parameter replacement",
            "parameter selector",
            "parameter service",
            "parameter usage",
        ],
        "It takes records of every type that today's clients write, with the items that the contract's \
         types have and its parameters leave out (a DS record's digest, the SOA's minimum).",
    ),
    (
        "addzonerecord",
        &["parameter flag", "parameter tag"],
        "What dumpzone shows can be given back: 128 for 1, and every property of CAA records.",
    ),
    (
        "editzonerecord",
        &[
            "parameter type",
            "parameter certificate",
            "parameter digest",
            "parameter fingerprint",
            "parameter flags",
            "parameter fptype",
            "parameter matching",
            "parameter minimum",
            "parameter order",
            "parameter params",
            "parameter regexp",
            "parameter replacement",
            "parameter selector",
            "parameter service",
            "parameter usage",
        ],
        "It takes records of every type that today's clients write, with the items that the contract's \
         types have and its parameters leave out (a DS record's digest, the SOA's minimum).",
    ),
    (
        "editzonerecord",
        &["parameter flag", "parameter tag"],
        "What dumpzone shows can be given back: 128 for 1, and every property of CAA records.",
    ),
    (
        "editzonerecord",
        &["parameter ttl"],
        "What is not given stays, as the other parameters have it.",
    ),
    (
        "dumpzone",
        &["parameter domain"],
        "The contract's own note: the text of the reference has the zone's file name in its place.",
    ),
    (
        "enable_dnssec_for_domains",
        &["parameter algo_num", "parameter key_setup"],
        "Where nothing is said it is ECDSA on P-256, which the reference advises, with the one key that \
         it has for it: RSA with its 1024-bit key is no longer safe.",
    ),
    (
        "fetch_ds_records_for_domains",
        &["reply domains[].ds_records.keys.*.privatekey"],
        "A private key is told by export_zone_key alone, which is asked for it.",
    ),
    (
        "saveacllist",
        &[
            "parameter acl-connected-applications",
            "parameter acl-file-restore",
            "parameter acl-public-contact",
        ],
        "A list can hold whatever a reseller can: every privilege that the contract names anywhere.",
    ),
    (
        "setacls",
        &[
            "parameter acl-allow-emaillimits-pkgs",
            "parameter acl-allow-shell",
            "parameter acl-connected-applications",
            "parameter acl-file-restore",
        ],
        "A reseller can be given every privilege that the contract names anywhere.",
    ),
];
