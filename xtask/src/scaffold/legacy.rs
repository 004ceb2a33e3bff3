//! The shapes of answers to callers that name no version, where the protocol page has one.

/// The functions of one shape, and that shape in Rust.
const SHAPES: &[(&str, &[&str])] = &[
    (
        "Legacy::Result",
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
    ("Legacy::OwnName", &["addips", "delip", "sethostname", "setresolvers"]),
    ("Legacy::OwnNameEach(\"app\", \"services\")", &["passwd"]),
    ("Legacy::FirstAs(\"privileges\", \"privs\")", &["myprivs"]),
    ("Legacy::ResultFirst(\"bwlimits\", \"bwlimit\")", &["limitbw"]),
    ("Legacy::ResultBeside(\"userdata\")", &["domainuserdata"]),
    ("Legacy::ResultBeside(\"output\")", &["editquota", "suspendreseller"]),
    ("Legacy::ListOf(\"results\")", &["saveacllist"]),
    ("Legacy::BareByName(\"acl\", \"acls\", \"privileges\")", &["listacls"]),
    ("Legacy::BareAs(\"ip\", \"result\")", &["listips"]),
    (
        "Legacy::BareWithin(\"reseller\", \"result\", &[(\"acct\", \"accts\"), (\"user\", \"reseller\")])",
        &["resellerstats"],
    ),
    ("Legacy::ResultAs(\"acl\", \"acls\")", &["setacls"]),
    ("Legacy::ResultBeside(\"reseller\")", &["acctcounts"]),
    ("Legacy::BareAs(\"pkg\", \"package\")", &["listpkgs"]),
    ("Legacy::BareAs(\"acct\", \"bandwidth\")", &["showbw"]),
    ("Legacy::Status(\"acct\", \"acct\")", &["listaccts", "accountsummary"]),
    ("Legacy::Status(\"account\", \"accts\")", &["listsuspended"]),
    ("Legacy::Status(\"domain\", \"domain\")", &["installssl"]),
    ("Legacy::Literal", &["cpanel"]),
];

/// The shape of a function, if it is not the usual one.
pub(crate) fn shape(name: &str) -> Option<&'static str> {
    SHAPES.iter().find(|(_, names)| names.contains(&name)).map(|(shape, _)| *shape)
}
