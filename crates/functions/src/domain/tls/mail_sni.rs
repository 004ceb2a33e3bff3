//! Mail clients are always shown the certificate of the domain that they ask for; nothing switches
//! that on or off.

use api::{
    Cx, DomainName, Result, UserName,
    records::{Subject, Tx},
};

use super::hosts;
use crate::domain::{
    change::{Change, OnFailure},
    domains::Domains,
};

/// What is said to those who would switch it.
pub const ALWAYS: &str =
    "Mail clients are always shown the certificate of the domain that they ask for.";

/// Refuses a name that is no domain of the account, nor `mail.` or `www.` before one; `param` is
/// where it was given.
pub fn check(tx: &dyn Tx, account: &UserName, param: &str, name: &DomainName) -> Result<()> {
    if let Some(domain) = name.as_str().strip_prefix("mail.")
        && Domains::of(tx, account)?.find(domain).is_some()
    {
        return Ok(());
    }
    hosts::site(tx, account, param, name.as_str()).map(drop)
}

/// Gives the machine what the account's domains show, again.
pub fn rebuild(cx: &Cx<'_>, account: &UserName) -> Result<()> {
    let mut change = Change::begin(cx)?;
    let domains = Domains::of(change.tx(), account)?;
    for row in domains.all() {
        change.touch(Subject::Tls(row.name.clone()));
    }
    change.commit(OnFailure::Undo)
}
