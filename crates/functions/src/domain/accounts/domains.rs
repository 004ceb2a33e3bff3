//! The domains of accounts: added, removed, and which are above and below a name.

use std::iter::successors;

use api::{
    DomainName, Result, UserName,
    records::{DomainAbove, DomainRecord, Select, Subject, Tx, is},
};

use crate::domain::{change::Change, ftp, mail, people, tls};

/// How many domains below a name are looked at.
const MOST_BELOW: u64 = 1000;

/// Adds a domain with its site and its mail.
pub fn add(change: &mut Change<'_>, domain: &DomainRecord) -> Result<()> {
    change.insert(domain)?;
    for above in above(&domain.name) {
        change.insert(&DomainAbove { above, domain: domain.name.clone() })?;
    }
    mail::domains::add(change, domain)?;
    change.touch(Subject::Site(domain.name.clone()));
    tls::hosts::join(change, domain)
}

/// Removes a domain with its site and its mail.
pub fn remove(change: &mut Change<'_>, domain: &DomainName) -> Result<()> {
    if let Some(row) = change.tx().find::<DomainRecord>(&[domain.into()])? {
        tls::hosts::forget(change, &row)?;
    }
    change.remove::<DomainRecord>(&[is("name", domain)])?;
    change.remove::<DomainAbove>(&[is("domain", domain)])?;
    ftp::follow::remove_domain(change, domain)?;
    people::follow::remove_domain(change, domain)?;
    mail::domains::remove(change, domain)?;
    change.touch(Subject::Site(domain.clone()));
    Ok(())
}

/// The domains of an account, by name.
pub fn of(tx: &dyn Tx, account: &UserName) -> Result<Vec<DomainRecord>> {
    tx.matching(vec![is("account", account)])
}

/// The accounts that have a domain above or below a name.
pub fn relatives(tx: &dyn Tx, domain: &DomainName) -> Result<Vec<UserName>> {
    let rows: Vec<DomainAbove> = tx.list(&Select {
        filter: vec![is("above", domain)],
        window: Some((0, MOST_BELOW)),
        ..Select::default()
    })?;
    let mut names: Vec<DomainName> = rows.into_iter().map(|row| row.domain).collect();
    names.extend(above(domain));
    let domains: Vec<DomainRecord> = tx.among("name", &names)?;
    let mut accounts: Vec<UserName> = domains.into_iter().map(|row| row.account).collect();
    accounts.sort();
    accounts.dedup();
    Ok(accounts)
}

/// The names above a domain that could be domains themselves.
fn above(domain: &DomainName) -> impl Iterator<Item = DomainName> {
    successors(domain.parent(), DomainName::parent).filter(|name| name.as_str().contains('.'))
}
