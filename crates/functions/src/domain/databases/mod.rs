//! The databases of accounts and the users that reach them: made, renamed, removed, granted, and
//! carried along when an account changes. Each of it counts for one kind of server.

pub mod apply;
pub mod catalog;
pub mod follow;
pub mod grants;
pub mod hosts;
pub mod lists;
pub mod names;
pub mod setup;
pub mod temporary;
pub mod users;

use api::{
    Cx, DatabaseName, Engine, Error, Kind, Result, UserName,
    records::{DatabaseRecord, DatabaseUser, Record, Tx, is},
};

/// The host on which the servers are, as clients on it reach them.
pub const LOCAL: &str = "localhost";

/// The account that has the database, which the caller may act on; `cpuser` says which where it is
/// given.
pub fn account_of_database(
    cx: &Cx<'_>,
    cpuser: Option<UserName>,
    engine: Engine,
    name: &DatabaseName,
) -> Result<UserName> {
    let row: Option<DatabaseRecord> =
        cx.host.store.read()?.find(&[(&engine).into(), name.into()])?;
    account_of(cx, cpuser, row.map(|row| row.account), || catalog::unknown("oldname", name))
}

/// The same of a user of databases; `param` names the parameter that has it.
pub fn account_of_user(
    cx: &Cx<'_>,
    cpuser: Option<UserName>,
    engine: Engine,
    param: &str,
    name: &DatabaseName,
) -> Result<UserName> {
    let row: Option<DatabaseUser> = cx.host.store.read()?.find(&[(&engine).into(), name.into()])?;
    account_of(cx, cpuser, row.map(|row| row.account), || users::unknown(param, name))
}

/// The account that was named, or else the owner; what is a stranger's is as good as absent.
fn account_of(
    cx: &Cx<'_>,
    cpuser: Option<UserName>,
    owner: Option<UserName>,
    unknown: impl Fn() -> Error,
) -> Result<UserName> {
    let tx = cx.host.store.read()?;
    let account = match (cpuser, owner) {
        (Some(named), _) => cx.account(&*tx, &named)?,
        (None, Some(owner)) => cx.account(&*tx, &owner).map_err(|_| unknown())?,
        (None, None) => return Err(unknown()),
    };
    Ok(account.name().clone())
}

/// The rows of an account, by name.
fn rows<T: Record>(tx: &dyn Tx, account: &UserName, engine: Engine) -> Result<Vec<T>> {
    tx.matching(vec![is("account", account), is("engine", &engine)])
}

/// What is said of a name that is taken.
fn taken(param: &str, name: &DatabaseName) -> Error {
    Error::new(Kind::Exists, format!("{param}: the server already has “{name}”."))
}

/// What is said of a name whose former bearer is still on the host.
fn leaving(param: &str, name: &DatabaseName) -> Error {
    Error::new(
        Kind::Busy,
        format!("{param}: the former “{name}” is still being removed; try again later."),
    )
}

#[cfg(test)]
mod tests;
