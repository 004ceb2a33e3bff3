//! Domains that automatic certificates leave out.

use std::collections::BTreeSet;

use api::{
    Cx, DomainName, Result, UserName,
    records::{TlsExclusion, Tx, is},
};

use super::hosts;
use crate::domain::change::{Change, OnFailure};

/// Those of the caller's account, by name.
pub fn list(cx: &Cx<'_>) -> Result<BTreeSet<DomainName>> {
    let account = super::own(cx)?;
    of(&*cx.host.store.read()?, &account)
}

/// Changes those of the caller's account. A new one must be a domain of the account, or `www.` before
/// one; the error names the parameter `domains`.
pub fn change(cx: &Cx<'_>, change: impl FnOnce(&mut BTreeSet<DomainName>)) -> Result<()> {
    let account = super::own(cx)?;
    let mut transaction = Change::begin(cx)?;
    let before = of(transaction.tx(), &account)?;
    let mut after = before.clone();
    change(&mut after);
    for domain in after.difference(&before) {
        hosts::site(transaction.tx(), &account, "domains", domain.as_str())?;
        transaction.save(&TlsExclusion { domain: domain.clone(), account: account.clone() })?;
    }
    for domain in before.difference(&after) {
        transaction.remove::<TlsExclusion>(&[is("domain", domain), is("account", &account)])?;
    }
    transaction.commit(OnFailure::Undo)
}

/// Those of an account, by name.
pub fn of(tx: &dyn Tx, account: &UserName) -> Result<BTreeSet<DomainName>> {
    let rows: Vec<TlsExclusion> = tx.matching(vec![is("account", account)])?;
    Ok(rows.into_iter().map(|row| row.domain).collect())
}
