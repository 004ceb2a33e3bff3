//! The shapes of answers to callers that name no version, where the protocol page has one.

/// The functions of one shape, and that shape in Rust.
const SHAPES: &[(&str, &[&str])] = &[
    (
        "Legacy::RESULT",
        &[
            "setsiteip",
            "adddns",
            "killdns",
            "resetzone",
            "addzonerecord",
            "editzonerecord",
            "removezonerecord",
            "getzonerecord",
            "dumpzone",
            "setupreseller",
            "unsetupreseller",
            "setresellerips",
            "setresellerlimits",
            "setresellermainip",
            "setresellernameservers",
            "setresellerpackagelimit",
            "terminatereseller",
            "createacct",
            "removeacct",
            "changepackage",
            "suspendacct",
            "unsuspendacct",
            "modifyacct",
        ],
    ),
    ("Legacy::OWN_NAME", &["addips", "delip", "sethostname", "setresolvers"]),
    (
        "Legacy::OWN_NAME.of(Reshape::Objects(\"app\")).renaming(&[(\"app\", \"services\")]).keeping(&[\"services\", \"rawout\"])",
        &["passwd"],
    ),
    (
        "Legacy::BARE.of(Reshape::First(\"privileges\")).renaming(&[(\"privileges\", \"privs\")])",
        &["myprivs"],
    ),
    (
        "Legacy::RESULT.of(Reshape::First(\"bwlimits\")).renaming(&[(\"bwlimits\", \"bwlimit\")])",
        &["limitbw"],
    ),
    ("Legacy::beside(\"userdata\")", &["domainuserdata"]),
    ("Legacy::beside(\"output\")", &["editquota", "suspendreseller"]),
    ("Legacy::alone(\"results\")", &["saveacllist"]),
    (
        "Legacy::BARE.of(Reshape::ByName(\"acl\", \"privileges\")).renaming(&[(\"acl\", \"acls\")])",
        &["listacls"],
    ),
    ("Legacy::BARE.renaming(&[(\"ip\", \"result\")])", &["listips"]),
    (
        "Legacy::BARE.of(Reshape::Within(\"reseller\", &[(\"acct\", \"accts\"), (\"user\", \"reseller\")])).renaming(&[(\"reseller\", \"result\")])",
        &["resellerstats"],
    ),
    ("Legacy::RESULT.renaming(&[(\"acl\", \"acls\")])", &["setacls"]),
    ("Legacy::beside(\"reseller\")", &["acctcounts"]),
    ("Legacy::BARE.renaming(&[(\"pkg\", \"package\")])", &["listpkgs"]),
    ("Legacy::BARE.renaming(&[(\"acct\", \"bandwidth\")])", &["showbw"]),
    ("Legacy::STATE.keeping(&[\"acct\"])", &["listaccts", "accountsummary"]),
    (
        "Legacy::STATE.renaming(&[(\"account\", \"accts\")]).keeping(&[\"accts\"])",
        &["listsuspended"],
    ),
    ("Legacy::STATE.keeping(&[\"domain\"])", &["installssl"]),
    ("Legacy::LITERAL", &["cpanel"]),
];

/// The shape of a function, if it is not the usual one.
pub(crate) fn shape(name: &str) -> Option<&'static str> {
    SHAPES.iter().find(|(_, names)| names.contains(&name)).map(|(shape, _)| *shape)
}
