//! FTP logins made, changed and removed.

use api::{
    Account, Cx, Error, Kind, Limit, Result, Secret,
    records::{FtpLogin, PersonService, Subject, Tx, is},
};

use super::{Named, folders, of};
use crate::domain::{
    change::{Change, OnFailure},
    fleet, passwords,
    people::links,
};

/// The most MiB of a quota.
const MOST: u32 = 999_999_999;

/// A password as it was given.
pub enum Given<'a> {
    /// Itself.
    Plain(&'a Secret),
    /// As crypt(3) writes it.
    Hash(&'a Secret),
}

/// A quota as it was given: MiB, 0 for none.
pub fn quota(param: &str, number: i64) -> Result<Limit> {
    let number = u32::try_from(number).ok().filter(|number| *number <= MOST);
    let number =
        number.ok_or_else(|| Error::param(param, format!("must be a number from 0 to {MOST}.")))?;
    Ok(Limit::of(number).zero_is_unlimited())
}

/// Checks a password by the rules of FTP, and gives it as it is kept.
pub fn accept(cx: &Cx<'_>, account: &Account, name: &str, given: &Given<'_>) -> Result<String> {
    let password = match given {
        Given::Hash(hash) => return accept_hash(hash),
        Given::Plain(password) => password,
    };
    let tx = cx.host.store.read()?;
    let record = account.record();
    let mut context = passwords::context_of(cx.host, &record.name, Some(record))?;
    context.push(name.to_owned());
    passwords::check(&*tx, "ftp", password, &context)?;
    drop(tx);
    cx.host.passwords.hash(password)
}

fn accept_hash(hash: &Secret) -> Result<String> {
    let text = hash.reveal();
    let letter = |byte: u8| byte.is_ascii_graphic() && !b":!*\\".contains(&byte);
    let parts = text.split('$').count();
    if !text.starts_with('$') || parts < 4 || text.len() > 512 || !text.bytes().all(letter) {
        return Err(Error::param("pass_hash", "must be a password as crypt(3) writes it."));
    }
    Ok(text.to_owned())
}

/// Makes a login. Everything is checked before the slow hash and again in the transaction.
pub fn create(
    cx: &Cx<'_>,
    read: impl Fn(&dyn Tx, &Account) -> Result<FtpLogin>,
    given: &Given<'_>,
) -> Result<()> {
    let tx = cx.host.store.read()?;
    let account = Account::of_caller(&*tx, cx.caller)?;
    let login = read(&*tx, &account)?;
    check_new(&*tx, &account, &login)?;
    drop(tx);
    let password = accept(cx, &account, &login.name, given)?;
    let mut change = Change::begin(cx)?;
    let account = Account::of_caller(change.tx(), cx.caller)?;
    let login = FtpLogin { password, ..read(change.tx(), &account)? };
    add(&mut change, &account, &login)?;
    change.commit(OnFailure::Undo)
}

/// Adds a login to an account that may have one more.
pub fn add(change: &mut Change<'_>, account: &Account, login: &FtpLogin) -> Result<()> {
    check_new(change.tx(), account, login)?;
    change.insert(login)?;
    change.touch(Subject::Ftp(account.name().clone()));
    Ok(())
}

fn check_new(tx: &dyn Tx, account: &Account, login: &FtpLogin) -> Result<()> {
    let there: Option<FtpLogin> = tx.find(&[login.name.as_str().into(), (&login.domain).into()])?;
    if there.is_some() {
        let said = format!("user: there is an FTP account “{}” already.", login.login());
        return Err(Error::new(Kind::Exists, said));
    }
    let most = account.record().max_ftp;
    let used = tx.count::<FtpLogin>(&[is("account", account.name())])?;
    if !most.allows(u32::try_from(used).unwrap_or(u32::MAX)) {
        return Err(Error::new(
            Kind::Denied,
            format!("user: the account may have {most} FTP accounts, and has them."),
        ));
    }
    Ok(())
}

/// Changes a login of the caller's account.
pub fn change(
    cx: &Cx<'_>,
    read: impl Fn(&dyn Tx, &Account) -> Result<Named>,
    edit: impl FnOnce(&Account, &mut FtpLogin) -> Result<()>,
) -> Result<()> {
    let mut change = Change::begin(cx)?;
    let account = Account::of_caller(change.tx(), cx.caller)?;
    let named = read(change.tx(), &account)?;
    let mut login = named.find(change.tx(), account.name(), "user")?;
    edit(&account, &mut login)?;
    save(&mut change, &login)?;
    change.commit(OnFailure::Undo)
}

/// Keeps a login as it is now.
pub fn save(change: &mut Change<'_>, login: &FtpLogin) -> Result<()> {
    change.save(login)?;
    change.touch(Subject::Ftp(login.account.clone()));
    Ok(())
}

/// Sets the password of a login of the caller's account.
pub fn set_password(
    cx: &Cx<'_>,
    read: impl Fn(&dyn Tx, &Account) -> Result<Named>,
    password: &Secret,
) -> Result<()> {
    let tx = cx.host.store.read()?;
    let account = Account::of_caller(&*tx, cx.caller)?;
    let name = read(&*tx, &account)?.find(&*tx, account.name(), "user")?.name;
    drop(tx);
    let hash = accept(cx, &account, &name, &Given::Plain(password))?;
    change(cx, read, |_, login| {
        login.password = hash;
        Ok(())
    })
}

/// Removes a login of the caller's account, with its folder where that is asked for.
pub fn remove(
    cx: &Cx<'_>,
    read: impl Fn(&dyn Tx, &Account) -> Result<Named>,
    with_folder: bool,
) -> Result<()> {
    let mut change = Change::begin(cx)?;
    let account = Account::of_caller(change.tx(), cx.caller)?;
    let login = read(change.tx(), &account)?.find(change.tx(), account.name(), "user")?;
    if with_folder {
        fleet::require_machine(cx.host, &account)?;
        folders::check_own(change.tx(), &login, "destroy")?;
    }
    drop_row(&mut change, &login)?;
    change.commit(OnFailure::Forward)?;
    if with_folder { cx.host.ftp.remove_folder(&account, &login.home) } else { Ok(()) }
}

/// Removes a login's row.
pub fn drop_row(change: &mut Change<'_>, login: &FtpLogin) -> Result<()> {
    let key = [is("name", login.name.as_str()), is("domain", &login.domain)];
    change.remove::<FtpLogin>(&key)?;
    links::forget(change, (&login.name, &login.domain), PersonService::Ftp)?;
    change.touch(Subject::Ftp(login.account.clone()));
    Ok(())
}

/// Whether an account made any login.
pub fn any(tx: &dyn Tx, account: &api::UserName) -> Result<bool> {
    Ok(!of(tx, account)?.is_empty())
}
