//! What an account says of FTP besides its logins.

use api::{
    Account, Cx, Error, Result, UserName,
    records::{FtpSettings, Subject, Tx},
};

use crate::domain::change::{Change, OnFailure};

/// The longest welcome, in bytes.
const LONGEST_WELCOME: usize = 8192;

/// What an account says.
pub fn of(tx: &dyn Tx, account: &UserName) -> Result<FtpSettings> {
    let row: Option<FtpSettings> = tx.find(&[account.into()])?;
    Ok(row.unwrap_or_else(|| FtpSettings {
        account: account.clone(),
        anonymous: false.into(),
        incoming: false.into(),
        welcome: String::new(),
    }))
}

/// What the caller's account says.
pub fn of_caller(cx: &Cx<'_>) -> Result<FtpSettings> {
    let tx = cx.host.store.read()?;
    of(&*tx, Account::of_caller(&*tx, cx.caller)?.name())
}

/// Changes what the caller's account says.
pub fn change(cx: &Cx<'_>, edit: impl FnOnce(&mut FtpSettings)) -> Result<()> {
    let mut change = Change::begin(cx)?;
    let account = Account::of_caller(change.tx(), cx.caller)?;
    let mut settings = of(change.tx(), account.name())?;
    edit(&mut settings);
    change.save(&settings)?;
    change.touch(Subject::Ftp(settings.account));
    change.commit(OnFailure::Undo)
}

/// Refuses a welcome that is too long.
pub fn check_welcome(text: &str) -> Result<()> {
    if text.len() > LONGEST_WELCOME {
        return Err(Error::param("message", format!("must have at most {LONGEST_WELCOME} bytes.")));
    }
    Ok(())
}
