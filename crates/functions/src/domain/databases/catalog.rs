//! An account's databases: made, renamed, removed.

use api::{
    Account, Cx, DatabaseName, Engine, Error, Kind, Result, UserName,
    records::{DatabaseGrant, DatabaseRecord, Subject, Tx, is},
};

use super::{leaving, names::Rules, taken};
use crate::domain::change::{self, Change, OnFailure};

/// Makes an empty database for an account.
pub fn create(cx: &Cx<'_>, account: &UserName, engine: Engine, name: &DatabaseName) -> Result<()> {
    let rules = Rules::of(cx.host, engine)?;
    let mut change = Change::begin(cx)?;
    let account = cx.account(change.tx(), account)?;
    add(&mut change, &account, &rules, "name", name)?;
    change.commit(OnFailure::Undo)
}

/// Adds a database to an account. `param` names the parameter that has the name.
pub fn add(
    change: &mut Change<'_>,
    account: &Account,
    rules: &Rules,
    param: &str,
    name: &DatabaseName,
) -> Result<()> {
    rules.check_database(account.record(), param, name)?;
    check_count(change.tx(), account, rules.engine)?;
    check_free(change.tx(), rules.engine, param, name)?;
    let (engine, account) = (rules.engine, account.name().clone());
    change.insert(&DatabaseRecord { engine, name: name.clone(), formerly: None, account })?;
    change.touch(Subject::Database(engine, name.clone()));
    Ok(())
}

/// Removes a database with all that is in it.
pub fn remove(cx: &Cx<'_>, account: &UserName, engine: Engine, name: &DatabaseName) -> Result<()> {
    let mut change = Change::begin(cx)?;
    let account = cx.account(change.tx(), account)?;
    find(change.tx(), account.name(), engine, "name", name)?;
    for user in users_of(change.tx(), engine, name)? {
        change.touch(Subject::DatabaseUser(engine, user));
    }
    change.remove::<DatabaseGrant>(&[is("engine", &engine), is("database", name)])?;
    change.remove::<DatabaseRecord>(&[is("engine", &engine), is("name", name)])?;
    change.touch(Subject::Database(engine, name.clone()));
    change.commit(OnFailure::Forward)
}

/// Gives a database another name; what is in it and who may use it stays.
pub fn rename(
    cx: &Cx<'_>,
    account: &UserName,
    engine: Engine,
    old: &DatabaseName,
    new: &DatabaseName,
) -> Result<()> {
    let rules = Rules::of(cx.host, engine)?;
    let mut change = Change::begin(cx)?;
    let account = cx.account(change.tx(), account)?;
    let row = find(change.tx(), account.name(), engine, "oldname", old)?;
    rules.check_database(account.record(), "newname", new)?;
    move_row(&mut change, row, "newname", new)?;
    change.commit(OnFailure::Forward)
}

/// Gives a row and the grants on it another name.
pub(super) fn move_row(
    change: &mut Change<'_>,
    row: DatabaseRecord,
    param: &str,
    new: &DatabaseName,
) -> Result<()> {
    let (engine, old) = (row.engine, row.name.clone());
    if row.formerly.is_some() {
        return Err(Error::new(
            Kind::Busy,
            format!("{param}: the last renaming of “{old}” is not complete yet."),
        ));
    }
    check_free(change.tx(), engine, param, new)?;
    change.remove::<DatabaseRecord>(&[is("engine", &engine), is("name", &old)])?;
    change.insert(&DatabaseRecord { name: new.clone(), formerly: Some(old.clone()), ..row })?;
    for user in users_of(change.tx(), engine, &old)? {
        change.touch(Subject::DatabaseUser(engine, user));
    }
    let on_it = [is("engine", &engine), is("database", &old)];
    change.tx().update::<DatabaseGrant>(&[("database", new.into())], &on_it)?;
    change.touch(Subject::Database(engine, new.clone()));
    Ok(())
}

/// The account's database of that name. `param` names the parameter that has it.
pub fn find(
    tx: &dyn Tx,
    account: &UserName,
    engine: Engine,
    param: &str,
    name: &DatabaseName,
) -> Result<DatabaseRecord> {
    let row: Option<DatabaseRecord> = tx.find(&[(&engine).into(), name.into()])?;
    row.filter(|row| row.account == *account).ok_or_else(|| unknown(param, name))
}

/// What is said of a database that is not there, or not the account's.
pub(super) fn unknown(param: &str, name: &DatabaseName) -> Error {
    Error::not_found(format!("{param}: there is no database “{name}”."))
}

fn users_of(tx: &dyn Tx, engine: Engine, database: &DatabaseName) -> Result<Vec<DatabaseName>> {
    let grants: Vec<DatabaseGrant> =
        tx.matching(vec![is("engine", &engine), is("database", database)])?;
    Ok(grants.into_iter().map(|grant| grant.user_name).collect())
}

fn check_count(tx: &dyn Tx, account: &Account, engine: Engine) -> Result<()> {
    let limit = account.record().max_databases;
    let filter = [is("account", account.name()), is("engine", &engine)];
    let count = tx.count::<DatabaseRecord>(&filter)?;
    if limit.allows(u32::try_from(count).unwrap_or(u32::MAX)) {
        return Ok(());
    }
    Err(Error::new(
        Kind::Conflict,
        format!("The account has {count} databases of this kind and may have no more than that."),
    ))
}

fn check_free(tx: &dyn Tx, engine: Engine, param: &str, name: &DatabaseName) -> Result<()> {
    let there: Option<DatabaseRecord> = tx.find(&[(&engine).into(), name.into()])?;
    if there.is_some() {
        return Err(taken(param, name));
    }
    let moving: Option<DatabaseRecord> =
        tx.first(vec![is("engine", &engine), is("formerly", name)])?;
    if moving.is_some() || change::is_open(tx, &Subject::Database(engine, name.clone()))? {
        return Err(leaving(param, name));
    }
    Ok(())
}
