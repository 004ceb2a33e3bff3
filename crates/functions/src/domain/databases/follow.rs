//! What becomes of an account's databases when the account changes.

use api::{
    DatabaseName, Engine, Error, Result, UserName,
    records::{
        Cell, DatabaseGrant, DatabaseHost, DatabaseRecord, DatabaseUser, Record,
        SessionDatabaseUser, Subject, Tx, is,
    },
};

use super::{
    catalog,
    names::{PrefixSize, prefix_of},
    temporary, users,
};
use crate::domain::change::Change;

/// Has the users of an account's databases follow on the host: it is suspended, or no longer.
pub fn touch(change: &mut Change<'_>, account: &UserName) -> Result<()> {
    temporary::touch(change, std::slice::from_ref(account))?;
    Engine::ALL.iter().try_for_each(|engine| touch_users(change, account, *engine))
}

/// The same for those of one server.
pub fn touch_users(change: &mut Change<'_>, account: &UserName, engine: Engine) -> Result<()> {
    let users: Vec<DatabaseUser> = super::rows(change.tx(), account, engine)?;
    for user in users {
        change.touch(Subject::DatabaseUser(engine, user.name));
    }
    Ok(())
}

/// The same for those of many accounts.
pub fn touch_all(change: &mut Change<'_>, accounts: &[UserName]) -> Result<()> {
    let users: Vec<DatabaseUser> = change.tx().among("account", accounts)?;
    for user in users {
        change.touch(Subject::DatabaseUser(user.engine, user.name));
    }
    temporary::touch(change, accounts)
}

/// Removes all that an account has. The change must go forward.
pub fn remove(change: &mut Change<'_>, account: &UserName) -> Result<()> {
    touch(change, account)?;
    let databases: Vec<DatabaseRecord> = change.tx().matching(vec![is("account", account)])?;
    for database in databases {
        change.touch(Subject::Database(database.engine, database.name));
    }
    let its = [is("account", account)];
    change.tx().delete::<DatabaseGrant>(&its)?;
    change.tx().delete::<DatabaseHost>(&its)?;
    change.tx().delete::<DatabaseUser>(&its)?;
    change.tx().delete::<SessionDatabaseUser>(&its)?;
    change.tx().delete::<DatabaseRecord>(&its)?;
    Ok(())
}

/// Gives all that an account has to its new name; with `objects`, its databases and their users get
/// the new name's prefix. The change must go forward.
pub fn rename(
    change: &mut Change<'_>,
    old: &UserName,
    new: &UserName,
    objects: bool,
) -> Result<()> {
    give::<DatabaseRecord>(change.tx(), old, new)?;
    give::<DatabaseUser>(change.tx(), old, new)?;
    give::<SessionDatabaseUser>(change.tx(), old, new)?;
    give::<DatabaseGrant>(change.tx(), old, new)?;
    give::<DatabaseHost>(change.tx(), old, new)?;
    if objects {
        change_prefix(change, new, old.as_str(), new.as_str())?;
    }
    let databases: Vec<DatabaseRecord> = change.tx().matching(vec![is("account", new)])?;
    for database in databases {
        change.touch(Subject::Database(database.engine, database.name));
    }
    touch(change, new)
}

fn give<T: Record>(tx: &dyn Tx, old: &UserName, new: &UserName) -> Result<()> {
    tx.update::<T>(&[("account", Cell::from(new))], &[is("account", old)]).map(|_| ())
}

/// Gives the names that begin with the prefix of one owner that of another.
fn change_prefix(change: &mut Change<'_>, account: &UserName, old: &str, new: &str) -> Result<()> {
    let databases: Vec<DatabaseRecord> = change.tx().matching(vec![is("account", account)])?;
    for row in databases {
        if let Some(to) = moved(&row.name, old, new)? {
            catalog::move_row(change, row, PARAM, &to)?;
        }
    }
    let rows: Vec<DatabaseUser> = change.tx().matching(vec![is("account", account)])?;
    for row in rows {
        if let Some(to) = moved(&row.name, old, new)? {
            users::move_row(change, row, PARAM, &to)?;
        }
    }
    Ok(())
}

/// The parameter that asks for it.
const PARAM: &str = "rename_database_objects";

fn moved(name: &DatabaseName, old: &str, new: &str) -> Result<Option<DatabaseName>> {
    for size in [PrefixSize::Full, PrefixSize::Short] {
        if let Some(rest) = name.as_str().strip_prefix(&prefix_of(old, size)) {
            let moved = format!("{}{rest}", prefix_of(new, size));
            if moved == *name.as_str() {
                return Ok(None);
            }
            return moved.parse().map(Some).map_err(|rule| Error::param(PARAM, rule));
        }
    }
    Ok(None)
}
