//! The users of an account's databases: made, renamed, removed, and their passwords.

use api::{
    Account, Cx, DatabaseName, Engine, Error, Result, Secret, UserName,
    records::{DatabaseGrant, DatabaseUser, Subject, Tx, is},
};

use super::{leaving, names::Rules, taken};
use crate::domain::{
    change::{self, Change, OnFailure},
    passwords,
};

/// Makes a user who may use nothing yet.
pub fn create(
    cx: &Cx<'_>,
    account: &UserName,
    engine: Engine,
    name: &DatabaseName,
    password: &Secret,
) -> Result<()> {
    let rules = Rules::of(cx.host, engine)?;
    let password = accept(cx, account, engine, name, password)?;
    let mut change = Change::begin(cx)?;
    let account = cx.account(change.tx(), account)?;
    add(&mut change, &account, &rules, "name", name, password)?;
    change.commit(OnFailure::Undo)
}

/// Adds a user to an account; `password` is as the server keeps it.
pub fn add(
    change: &mut Change<'_>,
    account: &Account,
    rules: &Rules,
    param: &str,
    name: &DatabaseName,
    password: String,
) -> Result<()> {
    rules.check_user(account.record(), param, name)?;
    check_free(change.tx(), rules.engine, param, name)?;
    let (engine, account) = (rules.engine, account.name().clone());
    change.insert(&DatabaseUser { engine, name: name.clone(), account, password })?;
    change.touch(Subject::DatabaseUser(engine, name.clone()));
    Ok(())
}

/// Removes a user.
pub fn remove(cx: &Cx<'_>, account: &UserName, engine: Engine, name: &DatabaseName) -> Result<()> {
    let mut change = Change::begin(cx)?;
    let account = cx.account(change.tx(), account)?;
    find(change.tx(), account.name(), engine, "name", name)?;
    change.remove::<DatabaseGrant>(&[is("engine", &engine), is("user_name", name)])?;
    change.remove::<DatabaseUser>(&[is("engine", &engine), is("name", name)])?;
    change.touch(Subject::DatabaseUser(engine, name.clone()));
    change.commit(OnFailure::Forward)
}

/// Gives a user another name, and another password where one is given.
pub fn rename(
    cx: &Cx<'_>,
    account: &UserName,
    engine: Engine,
    (old, new): (&DatabaseName, &DatabaseName),
    password: Option<&Secret>,
) -> Result<()> {
    let rules = Rules::of(cx.host, engine)?;
    let password = password.map(|it| accept(cx, account, engine, new, it)).transpose()?;
    let mut change = Change::begin(cx)?;
    let account = cx.account(change.tx(), account)?;
    let mut row = find(change.tx(), account.name(), engine, "oldname", old)?;
    rules.check_user(account.record(), "newname", new)?;
    row.password = password.unwrap_or(row.password);
    move_row(&mut change, row, "newname", new)?;
    change.commit(OnFailure::Forward)
}

/// Gives a row and what it may do another name.
pub(super) fn move_row(
    change: &mut Change<'_>,
    row: DatabaseUser,
    param: &str,
    new: &DatabaseName,
) -> Result<()> {
    let (engine, old) = (row.engine, row.name.clone());
    check_free(change.tx(), engine, param, new)?;
    change.remove::<DatabaseUser>(&[is("engine", &engine), is("name", &old)])?;
    change.insert(&DatabaseUser { name: new.clone(), ..row })?;
    let its = [is("engine", &engine), is("user_name", &old)];
    change.tx().update::<DatabaseGrant>(&[("user_name", new.into())], &its)?;
    for name in [old, new.clone()] {
        change.touch(Subject::DatabaseUser(engine, name));
    }
    Ok(())
}

/// Sets a user's password.
pub fn set_password(
    cx: &Cx<'_>,
    account: &UserName,
    engine: Engine,
    name: &DatabaseName,
    password: &Secret,
) -> Result<()> {
    let password = accept(cx, account, engine, name, password)?;
    let mut change = Change::begin(cx)?;
    let account = cx.account(change.tx(), account)?;
    let row = find(change.tx(), account.name(), engine, "user", name)?;
    change.save(&DatabaseUser { password, ..row })?;
    change.touch(Subject::DatabaseUser(engine, name.clone()));
    change.commit(OnFailure::Undo)
}

/// The account's user of that name. `param` names the parameter that has it.
pub fn find(
    tx: &dyn Tx,
    account: &UserName,
    engine: Engine,
    param: &str,
    name: &DatabaseName,
) -> Result<DatabaseUser> {
    let row: Option<DatabaseUser> = tx.find(&[(&engine).into(), name.into()])?;
    row.filter(|row| row.account == *account).ok_or_else(|| unknown(param, name))
}

/// What is said of a user that is not there, or not the account's.
pub(super) fn unknown(param: &str, name: &DatabaseName) -> Error {
    Error::not_found(format!("{param}: there is no database user “{name}”."))
}

/// Checks a new password, and gives it as the server keeps it.
fn accept(
    cx: &Cx<'_>,
    account: &UserName,
    engine: Engine,
    name: &DatabaseName,
    password: &Secret,
) -> Result<String> {
    let service = match engine {
        Engine::Mysql => "mysql",
        Engine::Postgresql => "postgres",
    };
    let tx = cx.host.store.read()?;
    let account = cx.account(&*tx, account)?.into_record();
    let mut context = passwords::context_of(cx.host, &account.name, Some(&account))?;
    context.push(name.to_string());
    passwords::check(&*tx, service, password, &context)?;
    drop(tx);
    cx.host.databases.verifier(engine, password)
}

fn check_free(tx: &dyn Tx, engine: Engine, param: &str, name: &DatabaseName) -> Result<()> {
    let there: Option<DatabaseUser> = tx.find(&[(&engine).into(), name.into()])?;
    if there.is_some() {
        return Err(taken(param, name));
    }
    if change::is_open(tx, &Subject::DatabaseUser(engine, name.clone()))? {
        return Err(leaving(param, name));
    }
    Ok(())
}
