//! What an account, or a caller's accounts, have of databases and users.

use std::collections::{BTreeMap, BTreeSet};

use api::{
    Cx, DatabaseName, Engine, Result, UserName,
    records::{DatabaseGrant, DatabaseRecord, DatabaseUser, Record, Tx, is},
};

use crate::domain::fleet;

/// A database of an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its name.
    pub name: DatabaseName,
    /// The bytes that it takes.
    pub size: u64,
    /// Who may use it.
    pub users: Vec<DatabaseName>,
}

/// A user and the databases that it may use, by name.
pub type Usable = (DatabaseName, Vec<DatabaseName>);

/// The databases of an account, by name, with their sizes.
pub fn databases(cx: &Cx<'_>, account: &UserName, engine: Engine) -> Result<Vec<Listed>> {
    let tx = cx.host.store.read()?;
    let account = cx.account(&*tx, account)?;
    let rows: Vec<DatabaseRecord> = super::rows(&*tx, account.name(), engine)?;
    let mut users = users_by_database(&*tx, account.name(), engine)?;
    drop(tx);
    fleet::require_machine(cx.host, &account)?;
    let names: Vec<DatabaseName> = rows.into_iter().map(|row| row.name).collect();
    let sizes = cx.host.databases.sizes(engine, &names)?;
    let listed = names.into_iter().map(|name| Listed {
        size: sizes.get(&name).copied().unwrap_or_default(),
        users: users.remove(&name).unwrap_or_default(),
        name,
    });
    Ok(listed.collect())
}

/// Who may use each of an account's databases.
pub fn users_by_database(
    tx: &dyn Tx,
    account: &UserName,
    engine: Engine,
) -> Result<BTreeMap<DatabaseName, Vec<DatabaseName>>> {
    let grants: Vec<DatabaseGrant> = super::rows(tx, account, engine)?;
    let mut users: BTreeMap<DatabaseName, Vec<DatabaseName>> = BTreeMap::new();
    for grant in grants {
        users.entry(grant.database).or_default().push(grant.user_name);
    }
    Ok(users)
}

/// The users of an account's databases, by name, with what they may use.
pub fn users(tx: &dyn Tx, account: &UserName, engine: Engine) -> Result<Vec<Usable>> {
    let rows: Vec<DatabaseUser> = super::rows(tx, account, engine)?;
    let grants: Vec<DatabaseGrant> = super::rows(tx, account, engine)?;
    let mut databases: BTreeMap<DatabaseName, BTreeSet<DatabaseName>> = BTreeMap::new();
    for grant in grants {
        databases.entry(grant.user_name).or_default().insert(grant.database);
    }
    let usable = rows.into_iter().map(|row| {
        let usable = databases.remove(&row.name).unwrap_or_default();
        (row.name, usable.into_iter().collect())
    });
    Ok(usable.collect())
}

/// The names of an account's databases.
pub fn names(tx: &dyn Tx, account: &UserName, engine: Engine) -> Result<Vec<DatabaseName>> {
    let rows: Vec<DatabaseRecord> = super::rows(tx, account, engine)?;
    Ok(rows.into_iter().map(|row| row.name).collect())
}

/// The databases that one user of the account may use. `param` names the parameter that has it.
pub fn usable(
    tx: &dyn Tx,
    account: &UserName,
    engine: Engine,
    param: &str,
    user: &DatabaseName,
) -> Result<Vec<DatabaseName>> {
    super::users::find(tx, account, engine, param, user)?;
    let grants: Vec<DatabaseGrant> =
        tx.matching(vec![is("engine", &engine), is("user_name", user)])?;
    Ok(grants.into_iter().map(|grant| grant.database).collect())
}

/// The rows of all accounts that the caller may see.
pub fn visible<T: Record>(cx: &Cx<'_>, tx: &dyn Tx) -> Result<Vec<T>> {
    #[derive(Debug, api::Record)]
    #[record(table = "accounts", key = "name")]
    struct Name {
        name: UserName,
    }
    if cx.scope().owner().is_none() {
        return tx.matching(Vec::new());
    }
    let names: Vec<Name> = tx.matching(cx.scope().filter())?;
    let names: Vec<UserName> = names.into_iter().map(|row| row.name).collect();
    tx.among("account", &names)
}
