//! Certificates that the server makes by itself: an account asks for a check, which is a row in the
//! store until it is worked off in the background. What a stopped server left is done at the next
//! start.

pub(in crate::domain) mod authority;
mod checking;

use api::{
    Cx, Error, Host, Result, UnixTime, UserName,
    records::{AccountRecord, Select, TlsCheck, TlsProblem, Tx, is},
};

use crate::domain::change::{Change, OnFailure};

/// Asks for a check of the account's sites; one that waits already is the same.
pub fn start(cx: &Cx<'_>, account: &UserName) -> Result<()> {
    let mut change = Change::begin(cx)?;
    if !is_waiting(change.tx(), account)? {
        change.insert(&TlsCheck { account: account.clone(), asked: cx.now() })?;
    }
    change.commit(OnFailure::Undo)
}

/// Whether a check of the account's sites waits or is under way.
pub fn is_waiting(tx: &dyn Tx, account: &UserName) -> Result<bool> {
    Ok(tx.find::<TlsCheck>(&[account.into()])?.is_some())
}

/// What stood in the way of the account's domains at the last check, by domain.
pub fn problems(tx: &dyn Tx, account: &UserName) -> Result<Vec<TlsProblem>> {
    tx.matching(vec![is("account", account)])
}

/// A moment as answers have it, such as `2026-06-07T05:30:09Z`.
pub fn moment(time: UnixTime) -> Result<String> {
    let time = jiff::Timestamp::from_second(time.0).map_err(Error::internal)?;
    Ok(time.to_string())
}

/// Works off the check that has waited longest; gives whether there was one.
pub fn run_next(host: &Host) -> Result<bool> {
    let order = vec![("asked", false)];
    let first = Select { filter: Vec::new(), order, window: Some((0, 1)) };
    let next: Vec<TlsCheck> = host.store.read()?.list(&first)?;
    let Some(check) = next.into_iter().next() else { return Ok(false) };
    let problems = checking::account(host, &check.account)?;
    let tx = host.store.write()?;
    tx.delete::<TlsCheck>(&[is("account", &check.account)])?;
    tx.delete::<TlsProblem>(&[is("account", &check.account)])?;
    // An account that went or was renamed meanwhile has no problems by this name.
    if tx.find::<AccountRecord>(&[(&check.account).into()])?.is_some() {
        problems.iter().try_for_each(|problem| tx.put(problem))?;
    }
    tx.commit()?;
    Ok(true)
}
