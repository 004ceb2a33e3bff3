//! Users of MySQL databases that go with a session: each may do everything with all databases that
//! its account has when it is asked for, and comes from this machine alone.

use api::{
    Account, Cx, DatabaseName, Engine, Error, Host, Privileges, Result, Secret, UserName,
    ports::DatabaseLogin,
    records::{AccountRecord, DatabaseRecord, SessionDatabaseUser, SessionRecord, Subject, Tx, is},
};

use crate::domain::change::{Change, OnFailure};

/// What the passwords are sealed for.
pub(in crate::domain) const PURPOSE: &str = "session database user";

/// The letters of a name after the prefix, and of a password.
const LETTERS: (usize, usize) = (10, 32);

/// The user of the caller's session, made where there is none; nothing for a caller without one.
pub fn ensure(cx: &Cx<'_>) -> Result<Option<DatabaseName>> {
    let account = Account::of_caller(&*cx.host.store.read()?, cx.caller)?;
    let Some(session) = cx.caller.session() else { return Ok(None) };
    let new = draft(cx, account.name(), session)?;
    let mut change = Change::begin(cx)?;
    if change.tx().find::<SessionRecord>(&[session.into()])?.is_none() {
        return Err(Error::denied("The session has ended."));
    }
    let there: Option<SessionDatabaseUser> = change.tx().first(vec![is("session", session)])?;
    let name = match there {
        Some(there) => there.name,
        None => {
            change.insert(&new)?;
            new.name
        }
    };
    change.touch(Subject::DatabaseUser(Engine::Mysql, name.clone()));
    change.commit(OnFailure::Undo)?;
    Ok(Some(name))
}

fn draft(cx: &Cx<'_>, account: &UserName, session: &str) -> Result<SessionDatabaseUser> {
    let name = format!("cpses_{}", cx.random_text(LETTERS.0)?);
    let secret = Secret::new(cx.random_text(LETTERS.1)?);
    Ok(SessionDatabaseUser {
        name: name.parse().map_err(|rule: String| Error::internal(rule))?,
        account: account.clone(),
        session: session.to_owned(),
        password: cx.host.databases.verifier(Engine::Mysql, &secret)?,
        sealed: cx.host.vault.seal(PURPOSE, &secret)?,
    })
}

/// Takes away the users whose sessions have ended.
pub fn sweep(host: &Host) -> Result<()> {
    let tx = host.store.read()?;
    let users: Vec<SessionDatabaseUser> = tx.matching(Vec::new())?;
    let sessions: Vec<String> = users.iter().map(|user| user.session.clone()).collect();
    let open: Vec<SessionRecord> = tx.among("digest", &sessions)?;
    drop(tx);
    let ended = |user: &SessionDatabaseUser| !open.iter().any(|one| one.digest == user.session);
    let ended: Vec<_> = users.into_iter().filter(ended).collect();
    if ended.is_empty() {
        return Ok(());
    }
    let mut change = Change::by(host, "create_temp_user")?;
    for user in ended {
        change.remove::<SessionDatabaseUser>(&[is("name", &user.name)])?;
        change.touch(Subject::DatabaseUser(Engine::Mysql, user.name));
    }
    change.commit(OnFailure::Forward)
}

/// Has those of some accounts follow on the host.
pub(super) fn touch(change: &mut Change<'_>, accounts: &[UserName]) -> Result<()> {
    let users: Vec<SessionDatabaseUser> = change.tx().among("account", accounts)?;
    for user in users {
        change.touch(Subject::DatabaseUser(Engine::Mysql, user.name));
    }
    Ok(())
}

/// The user of that name, as the server must know it.
pub(super) fn login(tx: &dyn Tx, name: &DatabaseName) -> Result<Option<DatabaseLogin>> {
    let row: Option<SessionDatabaseUser> = tx.find(&[name.into()])?;
    let Some(row) = row else { return Ok(None) };
    let account: Option<AccountRecord> = tx.find(&[(&row.account).into()])?;
    let databases: Vec<DatabaseRecord> = super::rows(tx, &row.account, Engine::Mysql)?;
    Ok(Some(DatabaseLogin {
        engine: Engine::Mysql,
        name: row.name,
        account: row.account,
        password: row.password,
        locked: account.is_none_or(|account| account.suspended.0),
        hosts: Vec::new(),
        grants: databases.into_iter().map(|row| (row.name, Privileges::all())).collect(),
    }))
}
