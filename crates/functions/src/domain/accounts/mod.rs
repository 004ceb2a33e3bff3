//! What the functions of accounts share: who may change which, what names and limits may be, how
//! an account comes, goes and gets another name.

pub mod absent;
pub mod creation;
pub mod domains;
pub mod ids;
pub mod limits;
pub mod names;
pub mod removal;
pub mod renaming;
pub mod rights;

use api::{
    Cx, Result, UserName,
    records::{AccountCount, AccountRecord, Cell, Subject},
};

use super::{change::Change, databases, ftp};

/// The login shell of accounts that have one.
pub const SHELL: &str = "/bin/bash";
/// The login shell of accounts that may not log in to one.
pub const NO_SHELL: &str = "/usr/sbin/nologin";

/// The path of the shell that an account has or lacks.
pub fn shell(allowed: bool) -> &'static str {
    if allowed { SHELL } else { NO_SHELL }
}

/// Adds to the number of accounts that an owner has.
pub fn count(change: &mut Change<'_>, owner: &UserName, by: i64) -> Result<()> {
    let tx = change.tx();
    if tx.find::<AccountCount>(&[owner.into()])?.is_none() {
        // A count of 0 is as good as none, so it need not be taken back with the change.
        tx.insert(&AccountCount { owner: owner.clone(), accounts: 0 })?;
    }
    let key = vec![("owner", Cell::from(owner).into_owned())];
    change.add::<AccountCount>("accounts", by, key)
}

/// Keeps an account's record, and when it changed.
pub fn save(cx: &Cx<'_>, change: &mut Change<'_>, record: &mut AccountRecord) -> Result<()> {
    record.modified = cx.now();
    change.save(record)
}

/// Says that the user's login, all its sites, its mail and the users of its databases change on
/// the host.
pub fn touch_all(change: &mut Change<'_>, account: &UserName) -> Result<()> {
    for domain in domains::of(change.tx(), account)? {
        change.touch(Subject::Site(domain.name));
    }
    super::mail::domains::touch_all(change, account)?;
    change.touch(Subject::User(account.clone()));
    ftp::follow::touch(change, account)?;
    databases::follow::touch(change, account)
}
