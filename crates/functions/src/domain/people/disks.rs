//! Logins for Web Disk.

use api::{
    Account, Cx, Error, Result,
    records::{PersonService, Tx, WebDiskRecord, is},
};

use super::links;
use crate::domain::{
    change::{Change, OnFailure},
    ftp::Named,
};

/// The account's login of that name.
pub fn find(tx: &dyn Tx, account: &Account, named: &Named, param: &str) -> Result<WebDiskRecord> {
    let row: Option<WebDiskRecord> =
        tx.find(&[named.name.as_str().into(), (&named.domain).into()])?;
    row.filter(|row| row.account == *account.name()).ok_or_else(|| {
        let (name, domain) = (&named.name, &named.domain);
        Error::not_found(format!("{param}: there is no Web Disk account “{name}@{domain}”."))
    })
}

/// Changes a login of the caller's account.
pub fn change(
    cx: &Cx<'_>,
    user: &str,
    edit: impl FnOnce(&Account, &mut WebDiskRecord) -> Result<()>,
) -> Result<()> {
    let mut change = Change::begin(cx)?;
    let account = Account::of_caller(change.tx(), cx.caller)?;
    let named = Named::read(change.tx(), &account, "user", user, None)?;
    let mut row = find(change.tx(), &account, &named, "user")?;
    edit(&account, &mut row)?;
    change.save(&row)?;
    change.commit(OnFailure::Undo)
}

/// Removes a login's row.
pub fn drop_row(change: &mut Change<'_>, row: &WebDiskRecord) -> Result<()> {
    let key = [is("name", row.name.as_str()), is("domain", &row.domain)];
    change.remove::<WebDiskRecord>(&key)?;
    links::forget(change, (&row.name, &row.domain), PersonService::Webdisk)
}
