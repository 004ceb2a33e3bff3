//! Making the FTP server as the store says.

use std::collections::BTreeSet;

use api::{
    Host, Result, UserName,
    ports::{FtpState, FtpUser},
    records::{AccountRecord, FtpLogin, FtpSettings, Select, Subject, Tx},
};

use super::settings;

/// Makes an account's FTP as the store says.
pub fn account(host: &Host, name: &UserName) -> Result<()> {
    let state = state(&*host.store.read()?, name)?;
    match state {
        Some(state) => host.ftp.apply(&state),
        None => host.ftp.withdraw(name),
    }
}

fn state(tx: &dyn Tx, name: &UserName) -> Result<Option<FtpState>> {
    let Some(account) = tx.find::<AccountRecord>(&[name.into()])? else { return Ok(None) };
    let logins = super::of(tx, name)?;
    let own: Option<FtpSettings> = tx.find(&[name.into()])?;
    if logins.is_empty() && own.is_none() {
        return Ok(None);
    }
    let settings = settings::of(tx, name)?;
    let users = logins.into_iter().map(|login| FtpUser {
        login: login.login(),
        home: login.home,
        password: login.password,
        quota: login.quota,
    });
    Ok(Some(FtpState {
        account: account.name,
        locked: account.suspended.0 && !account.keeps_ftp.0,
        logins: users.collect(),
        anonymous: settings.anonymous.0,
        incoming: settings.incoming.0,
        welcome: settings.welcome,
    }))
}

/// The accounts whose FTP only one of host and store has.
pub fn drift(host: &Host, tx: &dyn Tx) -> Result<Vec<Subject>> {
    let logins: Vec<FtpLogin> = tx.list(&Select::default())?;
    let settings: Vec<FtpSettings> = tx.list(&Select::default())?;
    let mut names: BTreeSet<UserName> = logins.into_iter().map(|row| row.account).collect();
    names.extend(settings.into_iter().map(|row| row.account));
    let there: BTreeSet<UserName> = host.ftp.list()?.into_iter().collect();
    Ok(names.symmetric_difference(&there).cloned().map(Subject::Ftp).collect())
}
