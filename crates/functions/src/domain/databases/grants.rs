//! What the users of an account's databases may do with them.

use api::{
    Cx, DatabaseName, Engine, Privileges, Result, UserName,
    records::{DatabaseGrant, Subject, Tx, is},
};

use super::{catalog, users};
use crate::domain::change::{Change, OnFailure};

/// Lets a user do this with a database, and nothing else.
pub fn set(
    cx: &Cx<'_>,
    account: &UserName,
    engine: Engine,
    (database, user): (&DatabaseName, &DatabaseName),
    privileges: Privileges,
) -> Result<()> {
    let mut change = Change::begin(cx)?;
    let account = cx.account(change.tx(), account)?;
    catalog::find(change.tx(), account.name(), engine, "database", database)?;
    users::find(change.tx(), account.name(), engine, "user", user)?;
    let (database, user_name) = (database.clone(), user.clone());
    let account = account.name().clone();
    change.save(&DatabaseGrant { engine, database, user_name, account, privileges })?;
    change.touch(Subject::DatabaseUser(engine, user.clone()));
    change.commit(OnFailure::Undo)
}

/// Lets a user do nothing with a database any more.
pub fn revoke(
    cx: &Cx<'_>,
    account: &UserName,
    engine: Engine,
    (database, user): (&DatabaseName, &DatabaseName),
) -> Result<()> {
    let mut change = Change::begin(cx)?;
    let account = cx.account(change.tx(), account)?;
    catalog::find(change.tx(), account.name(), engine, "database", database)?;
    users::find(change.tx(), account.name(), engine, "user", user)?;
    let filter = [is("engine", &engine), is("database", database), is("user_name", user)];
    if change.remove::<DatabaseGrant>(&filter)? > 0 {
        change.touch(Subject::DatabaseUser(engine, user.clone()));
    }
    change.commit(OnFailure::Undo)
}

/// What a user may do with a database, where it is anything.
pub fn of(
    tx: &dyn Tx,
    account: &UserName,
    engine: Engine,
    (database, user): (&DatabaseName, &DatabaseName),
) -> Result<Option<Privileges>> {
    catalog::find(tx, account, engine, "database", database)?;
    users::find(tx, account, engine, "user", user)?;
    let grant: Option<DatabaseGrant> =
        tx.find(&[(&engine).into(), database.into(), user.into()])?;
    Ok(grant.map(|grant| grant.privileges))
}

/// Has the server's grants of an account follow the store once more.
pub fn refresh(cx: &Cx<'_>, account: &UserName, engine: Engine) -> Result<()> {
    let mut change = Change::begin(cx)?;
    let account = cx.account(change.tx(), account)?;
    super::follow::touch_users(&mut change, account.name(), engine)?;
    change.commit(OnFailure::Undo)
}
