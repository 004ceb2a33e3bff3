//! Users, sites and zones to apply.

use api::{
    Account, DomainName, Result, UserName,
    ports::{OsLogin, Site},
    records::{AccountRecord, Record as _, Row, ZoneLine, ZoneRecord},
    zone::Zone,
};

/// The cells of an account of which only the name matters.
struct Cells<'a>(&'a str);

impl Cells<'_> {
    fn text_of(&self, place: usize) -> &str {
        match AccountRecord::COLUMNS[place] {
            "name" => self.0,
            "domain" => "main.test",
            "owner" => "root",
            "package" | "feature_list" => "default",
            "home" => "/home/of/it",
            "shell" => "/bin/bash",
            _ => "",
        }
    }
}

impl Row for Cells<'_> {
    /// The ids follow from the name, so that no two users have the same.
    fn int(&self, place: usize) -> Result<Option<i64>> {
        let digits = self.0.bytes().rev().take(8).map(i64::from);
        let id = 5_000 + digits.fold(0, |sum, byte| sum * 31 + byte) % 50_000;
        Ok(Some(if ["uid", "gid"].contains(&AccountRecord::COLUMNS[place]) { id } else { 1_001 }))
    }
    fn text(&self, place: usize) -> Result<Option<&str>> {
        Ok(Some(self.text_of(place)))
    }
    fn is_null(&self, place: usize) -> Result<bool> {
        Ok(["formerly", "suspended_at", "host"].contains(&AccountRecord::COLUMNS[place]))
    }
}

pub(crate) fn user(name: &str) -> UserName {
    name.parse().unwrap()
}

pub(crate) fn domain(name: &str) -> DomainName {
    name.parse().unwrap()
}

pub(crate) fn account(name: &str) -> Account {
    Account::for_reconciler(AccountRecord::read(&Cells(name)).unwrap())
}

/// An account whose renaming is not applied yet.
pub(crate) fn renamed(from: &str, to: &str) -> Account {
    let (before, record) = (account(from).into_record(), account(to).into_record());
    let (uid, gid) = (before.uid, before.gid);
    Account::for_reconciler(AccountRecord { formerly: Some(user(from)), uid, gid, ..record })
}

/// Another account of a name that one had before.
pub(crate) fn another(name: &str) -> Account {
    let record = account(name).into_record();
    let (uid, gid) = (record.uid + 1, record.gid + 1);
    Account::for_reconciler(AccountRecord { uid, gid, ..record })
}

pub(crate) fn login(password: &str) -> OsLogin {
    OsLogin { password: password.to_owned(), locked: false, expired: true }
}

pub(crate) fn site(name: &str, account: &str) -> Site {
    Site {
        domain: domain(name),
        account: user(account),
        document_root: "public_html".to_owned(),
        suspended: false,
        redirects: Vec::new(),
    }
}

pub(crate) fn zone(name: &str, serial: u32) -> Zone {
    let soa = ZoneRecord {
        name: domain(name),
        account: Some(user("alice")),
        serial,
        primary: "ns1.example.test".to_owned(),
        contact: "root.example.test".to_owned(),
        refresh: 3_600,
        retry: 1_800,
        expire: 1_209_600,
        minimum: 86_400,
        ttl: 14_400,
    };
    let line = |place, kind: &str, value: &str| ZoneLine {
        zone: domain(name),
        place,
        name: "www".to_owned(),
        ttl: 300,
        kind: kind.to_owned(),
        value: value.to_owned(),
    };
    let lines = vec![line(1, "A", "192.0.2.10"), line(9, "TXT", "\"a \\\" quote\" \"ü\"")];
    Zone { soa, lines, signing: None }
}
