//! Which certificate mail clients are shown: always that of the domain that they ask for, or always the
//! server's own, as the machine's mail servers can. Nothing switches that.

use api::{
    Cx, DomainName, Host, Result, UserName,
    records::{Subject, Tx},
};

use super::hosts;
use crate::domain::{
    change::{Change, OnFailure},
    domains::Domains,
    mail::domains,
};

/// Whether it is the domain's, which is what is meant by mail SNI.
pub fn is_on(host: &Host) -> Result<bool> {
    host.mail.shows_certificates()
}

/// What is said to those who would switch it.
pub fn standing(is_on: bool) -> &'static str {
    if is_on {
        "Mail clients are always shown the certificate of the domain that they ask for."
    } else {
        "The mail servers of this machine show all clients the server's own certificate."
    }
}

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

/// Refuses a name that is no domain of an account that the caller may act on, nor `mail.` or `www.` before one.
pub fn reach(cx: &Cx<'_>, param: &str, name: &DomainName) -> Result<()> {
    let tx = cx.host.store.read()?;
    let found = domains::reachable(cx, &*tx, param, name).map(drop);
    let below = ["mail.", "www."].iter().find_map(|label| name.as_str().strip_prefix(label));
    match (found, below.map(str::parse)) {
        (Err(_), Some(Ok(below))) => domains::reachable(cx, &*tx, param, &below).map(drop),
        (found, _) => found,
    }
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
