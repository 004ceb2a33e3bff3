//! From where an account's users reach its MySQL databases.

use api::{
    AccessHost, Cx, Engine, Error, Kind, Result, UserName,
    records::{DatabaseHost, Tx, is},
};

use super::follow::touch_users;
use crate::domain::change::{Change, OnFailure};

/// The most hosts of an account: each stands at each of its users on the server.
const MOST: u64 = 100;

/// Lets all users of an account in from there.
pub fn add(cx: &Cx<'_>, account: &UserName, host: &AccessHost) -> Result<()> {
    let mut change = Change::begin(cx)?;
    let account = cx.account(change.tx(), account)?;
    if change.tx().find::<DatabaseHost>(&[account.name().into(), host.into()])?.is_some() {
        return Err(Error::new(Kind::Exists, format!("host: “{host}” may connect already.")));
    }
    if change.tx().count::<DatabaseHost>(&[is("account", account.name())])? >= MOST {
        return Err(Error::new(
            Kind::Conflict,
            format!("host: {MOST} hosts may connect, and no more can be added."),
        ));
    }
    let (account, host) = (account.name().clone(), host.clone());
    change.insert(&DatabaseHost { account: account.clone(), host, note: String::new() })?;
    touch_users(&mut change, &account, Engine::Mysql)?;
    change.commit(OnFailure::Undo)
}

/// Lets nobody in from there any more.
pub fn remove(cx: &Cx<'_>, account: &UserName, host: &AccessHost) -> Result<()> {
    let mut change = Change::begin(cx)?;
    let account = cx.account(change.tx(), account)?;
    let filter = [is("account", account.name()), is("host", host)];
    if change.remove::<DatabaseHost>(&filter)? == 0 {
        return Err(unknown(host));
    }
    touch_users(&mut change, account.name(), Engine::Mysql)?;
    change.commit(OnFailure::Undo)
}

/// Notes something about a host.
pub fn note(cx: &Cx<'_>, account: &UserName, host: &AccessHost, note: String) -> Result<()> {
    let mut change = Change::begin(cx)?;
    let account = cx.account(change.tx(), account)?;
    let row: Option<DatabaseHost> = change.tx().find(&[account.name().into(), host.into()])?;
    let row = row.ok_or_else(|| unknown(host))?;
    change.save(&DatabaseHost { note, ..row })?;
    change.commit(OnFailure::Undo)
}

/// The hosts of an account, in order.
pub fn of(tx: &dyn Tx, account: &UserName) -> Result<Vec<DatabaseHost>> {
    tx.matching(vec![is("account", account)])
}

fn unknown(host: &AccessHost) -> Error {
    Error::not_found(format!("host: “{host}” is none of those that may connect."))
}
