//! A database and a user at once, with a made-up name and password, for an installer.

use api::{
    Cx, DatabaseName, Engine, Error, Privileges, Result, Secret, UserName,
    records::{DatabaseGrant, Subject},
};

use super::{
    catalog,
    names::{PrefixSize, Rules, prefix},
    users,
};
use crate::domain::change::{Change, OnFailure};

/// What was made.
pub struct Made {
    /// The name of the database and of the user.
    pub name: DatabaseName,
    /// The user's password.
    pub password: String,
}

/// How many made-up letters are in the name; 32 to that power are too many to meet one again.
const LETTERS: usize = 8;

/// Makes a MySQL database and a user who may do everything with it. `begins` is what their name
/// begins with after the account's prefix.
pub fn make(cx: &Cx<'_>, account: &UserName, begins: &str) -> Result<Made> {
    const ENGINE: Engine = Engine::Mysql;
    if begins.len() > 6 || !begins.chars().all(|c| c.is_ascii_alphanumeric()) {
        return Err(Error::param("prefix", "must be up to 6 letters and digits."));
    }
    let rules = Rules::of(cx.host, ENGINE)?;
    let password = cx.random_text(24)?;
    let verifier = cx.host.databases.verifier(ENGINE, &Secret::new(password.clone()))?;
    let mut change = Change::begin(cx)?;
    let account = cx.account(change.tx(), account)?;
    let made_up = cx.random_text(LETTERS)?.to_ascii_lowercase();
    let name = format!("{}{begins}{made_up}", prefix(account.record(), PrefixSize::Full));
    let name: DatabaseName = name.parse().map_err(|rule| Error::param("prefix", rule))?;
    catalog::add(&mut change, &account, &rules, "prefix", &name)?;
    users::add(&mut change, &account, &rules, "prefix", &name, verifier)?;
    change.insert(&DatabaseGrant {
        engine: ENGINE,
        database: name.clone(),
        user_name: name.clone(),
        account: account.name().clone(),
        privileges: Privileges::all(),
    })?;
    change.touch(Subject::DatabaseUser(ENGINE, name.clone()));
    change.commit(OnFailure::Undo)?;
    Ok(Made { name, password })
}
