//! An account's record by the names that it has on the wire: every scalar a text.

use std::collections::BTreeMap;

use api::{
    Error, Flag, Limit, Result, Value,
    records::{AccountRecord, DomainRecord},
};

/// The notices that an account's owner may have, off unless they are set.
const NOTICES: &[&str] = &[
    "notify_account_authn_link",
    "notify_account_authn_link_notification_disabled",
    "notify_autossl_expiry",
    "notify_autossl_expiry_coverage",
    "notify_autossl_renewal",
    "notify_autossl_renewal_coverage",
    "notify_contact_address_change",
    "notify_contact_address_change_notification_disabled",
    "notify_disk_limit",
    "notify_password_change",
    "notify_password_change_notification_disabled",
    "notify_ssl_expiry",
];

/// What the record has no column for, by wire name.
pub(super) fn extras(record: &AccountRecord) -> Result<BTreeMap<String, String>> {
    serde_json::from_str(&record.extras).map_err(Error::internal)
}

/// The whole record.
pub(super) fn of(
    record: &AccountRecord,
    domains: &[DomainRecord],
) -> Result<BTreeMap<String, Value>> {
    let mut map: BTreeMap<String, Value> = BTreeMap::new();
    let mut put = |name: &str, value: String| map.insert(name.to_owned(), value.into());
    for name in NOTICES {
        put(name, "0".to_owned());
    }
    put("modify_firewall", "1".to_owned());
    put("PUSHBULLET_ACCESS_TOKEN", String::new());
    put("MXCHECK", "0".to_owned());
    for (name, value) in extras(record)? {
        put(&name, value);
    }
    for (name, value) in texts(record) {
        put(name, value);
    }
    for (name, value) in limits(record) {
        put(name, value.to_string());
    }
    for (name, flag) in flags(record) {
        put(name, u8::from(flag.0).to_string());
    }
    if let Some(priority) = map.remove("MXCHECK") {
        map.insert(format!("MXCHECK-{}", record.domain), priority);
    }
    let others = domains.iter().filter(|domain| domain.name != record.domain);
    map.insert("DOMAINS".to_owned(), others.map(|domain| domain.name.as_str()).collect());
    for name in ["DEADDOMAINS", "HOMEDIRLINKS"] {
        map.insert(name.to_owned(), Value::Array(Vec::new()));
    }
    Ok(map)
}

fn texts(record: &AccountRecord) -> [(&'static str, String); 18] {
    [
        ("BWLIMIT", multiplied(record.bandwidth, 1 << 20)),
        ("CONTACTEMAIL", record.email.to_string()),
        ("CONTACTEMAIL2", record.email2.to_string()),
        ("DBOWNER", record.database_owner.clone()),
        ("DISK_BLOCK_LIMIT", multiplied(record.quota, 1024)),
        ("DOMAIN", record.domain.to_string()),
        ("FEATURELIST", record.feature_list.to_string()),
        ("IP", record.ip.clone()),
        ("LOCALE", record.locale.clone()),
        ("MAILBOX_FORMAT", record.mailbox_format.clone()),
        ("MTIME", record.modified.0.to_string()),
        ("OWNER", record.owner.to_string()),
        ("PLAN", record.package.to_string()),
        ("RS", record.theme.clone()),
        ("STARTDATE", record.created.0.to_string()),
        ("STYLE", record.style.clone()),
        ("USER", record.name.to_string()),
        ("_PACKAGE_EXTENSIONS", record.extensions.clone()),
    ]
}

fn limits(record: &AccountRecord) -> [(&'static str, Limit); 13] {
    [
        ("MAXADDON", record.max_addons),
        ("MAXFTP", record.max_ftp),
        ("MAXLST", record.max_lists),
        ("MAXPARK", record.max_parked),
        ("MAXPASSENGERAPPS", record.max_passenger),
        ("MAXPOP", record.max_mailboxes),
        ("MAXSQL", record.max_databases),
        ("MAXSUB", record.max_subdomains),
        ("MAX_DEFER_FAIL_PERCENTAGE", record.max_defer_fail),
        ("MAX_EMAILACCT_QUOTA", record.max_mailbox_quota),
        ("MAX_EMAIL_PER_HOUR", record.max_email_per_hour),
        ("MAX_TEAM_USERS", record.max_team_users),
        ("QUOTA", record.quota),
    ]
}

fn flags(record: &AccountRecord) -> [(&'static str, Flag); 9] {
    [
        ("BACKUP", record.backup),
        ("DEMO", Flag(false)),
        ("HASCGI", record.cgi),
        ("HASDKIM", record.dkim),
        ("HASDMARC", record.dmarc),
        ("HASSPF", record.spf),
        ("LEGACY_BACKUP", record.legacy_backup),
        ("OUTGOING_EMAIL_SUSPENDED", record.mail_suspended),
        ("UTF8MAILBOX", Flag(true)),
    ]
}

/// A limit in a smaller unit; 0 where there is none.
fn multiplied(limit: Limit, by: u64) -> String {
    limit.0.map_or(0, |number| u64::from(number) * by).to_string()
}
