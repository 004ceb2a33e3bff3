//! Rows of accounts and users that are not there: whatever a removal should have taken along, a session, a
//! token or a one-time URL above all, since who gets the name later would get them too.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::ControlFlow,
};

use api::{
    Result,
    records::{AccountRecord, Login, Record, Select, Tx},
};

/// The column in which a table names whose a row is.
type Named = &'static [&'static str];

/// What has an account. Domains, databases and their users are told of with what else they must fit.
const OF_ACCOUNTS: [&str; 31] = [
    "autoresponders",
    "bandwidth",
    "database_grants",
    "database_hosts",
    "feature_overrides",
    "forwarders",
    "ftp_logins",
    "ftp_settings",
    "integration_groups",
    "integration_links",
    "ipv6_addresses",
    "list_admins",
    "mail_domains",
    "mail_filters",
    "mailboxes",
    "mailing_lists",
    "redirects",
    "session_database_users",
    "spam_preferences",
    "subaccounts",
    "tls_certificates",
    "tls_checks",
    "tls_exclusions",
    "tls_hosts",
    "tls_keys",
    "tls_names",
    "tls_preferences",
    "tls_problems",
    "tls_requests",
    "web_disks",
    "zones",
];

/// What has a user who logs in, by the column that names one.
const OF_LOGINS: [(&str, Named); 11] = [
    ("password_history", &["name"]),
    ("personal", &["user_name"]),
    ("public_contacts", &["user_name"]),
    ("reseller_acls", &["name"]),
    ("reseller_addresses", &["name"]),
    ("reseller_ips", &["name"]),
    ("reseller_limits", &["name"]),
    ("reseller_nameservers", &["name"]),
    ("resellers", &["name"]),
    ("sessions", &["user_name"]),
    ("tokens", &["user_name"]),
];

/// Adds a line for each table and each who is not there and has rows in it.
pub(super) fn check(tx: &dyn Tx, violations: &mut Vec<String>) -> Result<()> {
    let accounts = names(tx, |row: AccountRecord| row.name.to_string())?;
    let logins = names(tx, |row: Login| row.name.to_string())?;
    for table in OF_ACCOUNTS {
        let strays = strays(tx, (table, &["account"]), |name| accounts.contains(name))?;
        violations.extend(told(table, &strays, "account"));
    }
    for named in OF_LOGINS {
        // root needs no row.
        let known = |name: &str| name == "root" || logins.contains(name);
        violations.extend(told(named.0, &strays(tx, named, known)?, "user"));
    }
    Ok(())
}

/// How many rows each has who is not known.
fn strays(
    tx: &dyn Tx,
    (table, column): (&'static str, Named),
    known: impl Fn(&str) -> bool,
) -> Result<BTreeMap<String, u64>> {
    let mut strays = BTreeMap::new();
    tx.select_rows(table, column, &Select::default(), &mut |row| {
        if let Some(name) = row.text(0)?.filter(|name| !known(name)) {
            *strays.entry(name.to_owned()).or_default() += 1;
        }
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(strays)
}

fn told(table: &str, strays: &BTreeMap<String, u64>, what: &str) -> Vec<String> {
    let line = |(name, rows): (&String, &u64)| {
        format!("{table}: {rows} of the {what} {name}, who is not there")
    };
    strays.iter().map(line).collect()
}

fn names<T: Record>(tx: &dyn Tx, name: fn(T) -> String) -> Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    tx.each(&Select::default(), &mut |row| {
        names.insert(name(row));
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(names)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use api::records::{Personal, is};

    use super::*;

    /// Tables that have such a column and are looked at elsewhere, or outlive whom they name.
    const OTHERS: [&str; 4] = ["databases", "database_users", "domains", "failures"];

    #[test]
    fn no_table_that_names_an_account_is_forgotten() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../adapters/migrations");
        let mut found = BTreeSet::new();
        for file in fs::read_dir(folder).unwrap() {
            let text = fs::read_to_string(file.unwrap().path()).unwrap();
            for table in text.split("CREATE TABLE \"").skip(1) {
                let (name, rest) = table.split_once('"').unwrap();
                let columns = rest.split(';').next().unwrap();
                if columns.contains("\"account\" TEXT") {
                    found.insert(name.to_owned());
                }
                // A database's user is no login.
                if columns.contains("\"user_name\" TEXT") && name != "database_grants" {
                    let named = OF_LOGINS.iter().any(|(table, _)| *table == name);
                    assert!(named, "{name} names a user");
                }
            }
        }
        found.retain(|table| !OTHERS.contains(&table.as_str()));
        assert_eq!(found, OF_ACCOUNTS.map(str::to_owned).into());
    }

    #[test]
    fn what_is_left_of_who_is_not_there_is_told_once_for_each_table() {
        let (host, machine, _clock) = adapters::embedded::testing::host();
        crate::cli::seed::tests::fill(&host, &machine, 2);
        let found = || {
            let mut found = Vec::new();
            check(&*host.store.read().unwrap(), &mut found).unwrap();
            found
        };
        assert_eq!(found(), Vec::<String>::new());
        let account: AccountRecord = host.store.read().unwrap().first(Vec::new()).unwrap().unwrap();
        let tx = host.store.write().unwrap();
        for name in ["a", "b"] {
            let (user_name, store) = (account.name.clone(), "s".to_owned());
            let (name, value) = (name.to_owned(), String::new());
            tx.insert(&Personal { user_name, store, name, value }).unwrap();
        }
        tx.delete::<AccountRecord>(&[is("name", &account.name)]).unwrap();
        tx.delete::<Login>(&[is("name", &account.name)]).unwrap();
        tx.commit().unwrap();
        let found = found();
        for line in [
            format!("zones: 1 of the account {}, who is not there", account.name),
            format!("personal: 2 of the user {}, who is not there", account.name),
        ] {
            assert!(found.contains(&line), "{line} in {found:#?}");
        }
    }
}
