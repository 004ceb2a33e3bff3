//! Making the database servers as the store says.

use std::collections::BTreeSet;

use api::{
    DatabaseName, Engine, Host, Result,
    ports::{Database, DatabaseLogin},
    records::{
        AccountRecord, Cell, DatabaseGrant, DatabaseRecord, DatabaseUser, Record, Select,
        SessionDatabaseUser, Subject, Tx, is,
    },
};

use super::{hosts, temporary};
use crate::domain::change::settling;

/// Makes a database as the store says. One whose renaming is not applied yet is meant by its former
/// name too: it moves, and is not taken away.
pub fn database(host: &Host, engine: Engine, name: &DatabaseName) -> Result<()> {
    let tx = host.store.read()?;
    let row: Option<DatabaseRecord> = match tx.find(&[(&engine).into(), name.into()])? {
        None => tx.first(vec![is("engine", &engine), is("formerly", name)])?,
        row => row,
    };
    drop(tx);
    let Some(row) = row else { return host.databases.withdraw(engine, name) };
    let moved = row.formerly.is_some();
    let DatabaseRecord { engine, name, formerly, account } = row;
    host.databases.apply(&Database { engine, name: name.clone(), formerly, account })?;
    if moved {
        settling::before_forgetting(host)?;
        let tx = host.store.write()?;
        let it = [is("engine", &engine), is("name", &name)];
        tx.update::<DatabaseRecord>(&[("formerly", Cell::Null)], &it)?;
        tx.commit()?;
    }
    Ok(())
}

/// Makes a user as the store says.
pub fn user(host: &Host, engine: Engine, name: &DatabaseName) -> Result<()> {
    match login(&*host.store.read()?, engine, name)? {
        Some(login) => host.databases.apply_user(&login),
        None => host.databases.withdraw_user(engine, name),
    }
}

fn login(tx: &dyn Tx, engine: Engine, name: &DatabaseName) -> Result<Option<DatabaseLogin>> {
    let row: Option<DatabaseUser> = tx.find(&[(&engine).into(), name.into()])?;
    let Some(row) = row else {
        return if engine == Engine::Mysql { temporary::login(tx, name) } else { Ok(None) };
    };
    let account: Option<AccountRecord> = tx.find(&[(&row.account).into()])?;
    let grants: Vec<DatabaseGrant> =
        tx.matching(vec![is("engine", &engine), is("user_name", name)])?;
    let hosts = if engine == Engine::Mysql { hosts::of(tx, &row.account)? } else { Vec::new() };
    Ok(Some(DatabaseLogin {
        engine,
        name: row.name,
        account: row.account,
        password: row.password,
        locked: account.is_none_or(|account| account.suspended.0),
        hosts: hosts.into_iter().map(|row| row.host).collect(),
        grants: grants.into_iter().map(|grant| (grant.database, grant.privileges)).collect(),
    }))
}

/// Where host and store name different databases and users.
pub fn drift(host: &Host, tx: &dyn Tx) -> Result<Vec<Subject>> {
    let databases = names::<DatabaseRecord>(tx, |row| (row.engine, row.name))?;
    let mut users = names::<DatabaseUser>(tx, |row| (row.engine, row.name))?;
    users.extend(names::<SessionDatabaseUser>(tx, |row| (Engine::Mysql, row.name))?);
    let there: BTreeSet<_> = host.databases.list()?.into_iter().collect();
    let differing = databases.symmetric_difference(&there).cloned();
    let databases = differing.map(|(engine, name)| Subject::Database(engine, name));
    let there: BTreeSet<_> = host.databases.list_users()?.into_iter().collect();
    let differing = users.symmetric_difference(&there).cloned();
    let users = differing.map(|(engine, name)| Subject::DatabaseUser(engine, name));
    Ok(databases.chain(users).collect())
}

type Name = (Engine, DatabaseName);

fn names<T: Record>(tx: &dyn Tx, name: fn(T) -> Name) -> Result<BTreeSet<Name>> {
    let rows: Vec<T> = tx.list(&Select::default())?;
    Ok(rows.into_iter().map(name).collect())
}
