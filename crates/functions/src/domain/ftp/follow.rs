//! What becomes of an account's FTP logins when the account or a domain of it changes.

use std::collections::BTreeSet;

use api::{
    DomainName, Result, UserName,
    records::{Cell, FtpLogin, FtpSettings, Record, Subject, Tx, is},
};

use crate::domain::change::Change;

/// Has an account's logins follow on the host: it is suspended, or no longer.
pub fn touch(change: &mut Change<'_>, account: &UserName) -> Result<()> {
    touch_all(change, std::slice::from_ref(account))
}

/// The same for those of many accounts.
pub fn touch_all(change: &mut Change<'_>, accounts: &[UserName]) -> Result<()> {
    let logins: Vec<FtpLogin> = change.tx().among("account", accounts)?;
    let settings: Vec<FtpSettings> = change.tx().among("account", accounts)?;
    let mut names: BTreeSet<UserName> = logins.into_iter().map(|row| row.account).collect();
    names.extend(settings.into_iter().map(|row| row.account));
    for name in names {
        change.touch(Subject::Ftp(name));
    }
    Ok(())
}

/// Removes all that an account has. The change must go forward.
pub fn remove(change: &mut Change<'_>, account: &UserName) -> Result<()> {
    touch(change, account)?;
    change.tx().delete::<FtpLogin>(&[is("account", account)])?;
    change.tx().delete::<FtpSettings>(&[is("account", account)])?;
    Ok(())
}

/// Gives all that an account has to its new name. The change must go forward.
pub fn rename(change: &mut Change<'_>, old: &UserName, new: &UserName) -> Result<()> {
    touch(change, old)?;
    give::<FtpLogin>(change.tx(), old, new)?;
    give::<FtpSettings>(change.tx(), old, new)?;
    touch(change, new)
}

fn give<T: Record>(tx: &dyn Tx, old: &UserName, new: &UserName) -> Result<()> {
    tx.update::<T>(&[("account", Cell::from(new))], &[is("account", old)]).map(|_| ())
}

/// Takes the logins of a domain that goes away.
pub fn remove_domain(change: &mut Change<'_>, domain: &DomainName) -> Result<()> {
    let logins: Vec<FtpLogin> = change.tx().matching(vec![is("domain", domain)])?;
    change.remove::<FtpLogin>(&[is("domain", domain)])?;
    for login in logins {
        change.touch(Subject::Ftp(login.account));
    }
    Ok(())
}

/// Gives the logins of a domain its new name. The change must go forward.
pub fn rename_domain(change: &mut Change<'_>, old: &DomainName, new: &DomainName) -> Result<()> {
    let logins: Vec<FtpLogin> = change.tx().matching(vec![is("domain", old)])?;
    change.tx().update::<FtpLogin>(&[("domain", Cell::from(new))], &[is("domain", old)])?;
    for login in logins {
        change.touch(Subject::Ftp(login.account));
    }
    Ok(())
}
