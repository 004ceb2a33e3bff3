//! Who may change which account, beyond the question of whose it is.

use std::collections::{BTreeMap, HashMap};

use api::{
    Account, Acl, AclSet, Cx, Error, PackageName, Record, Result, UserName,
    records::{Login, LoginKind, PackageRecord, Tx},
};

use crate::domain::{packages, resellers};

/// The account `name`, where the caller may change it.
pub fn account(cx: &Cx<'_>, tx: &dyn Tx, name: &UserName) -> Result<Account> {
    let account = cx.account(tx, name)?;
    check_target(cx, tx, name)?;
    Ok(account)
}

/// The account `name`, where the caller may remove or suspend it: never one's own.
pub fn account_of_another(cx: &Cx<'_>, tx: &dyn Tx, name: &UserName) -> Result<Account> {
    let account = account(cx, tx, name)?;
    if *name == cx.caller.user {
        return Err(Error::denied("user: nobody may do this to their own account."));
    }
    Ok(account)
}

/// The login `name`, where the caller may change its credentials: an account's as the account, a
/// reseller's without an account and root's only by themselves or by root.
pub fn login(cx: &Cx<'_>, tx: &dyn Tx, name: &UserName) -> Result<Login> {
    let judge = Judge::of(cx, tx, std::slice::from_ref(name))?;
    let login: Option<Login> = tx.find(&[name.into()])?;
    let login = login.ok_or_else(|| unknown(name))?;
    judge.admit(name, login.kind)?;
    Ok(login)
}

/// The same for many at once, in the order of their names; of each no more than what it is.
pub fn logins(cx: &Cx<'_>, tx: &dyn Tx, names: &[UserName]) -> Result<Vec<Result<KnownLogin>>> {
    let judge = Judge::of(cx, tx, names)?;
    let rows: Vec<KnownLogin> = tx.among("name", names)?;
    let mut rows: HashMap<UserName, KnownLogin> =
        rows.into_iter().map(|row| (row.name.clone(), row)).collect();
    let judged = names.iter().map(|name| {
        let login = rows.remove(name).ok_or_else(|| unknown(name))?;
        judge.admit(name, login.kind)?;
        Ok(login)
    });
    Ok(judged.collect())
}

/// What a login is, without its credentials.
#[derive(Debug, Record)]
#[record(table = "logins", key = "name")]
pub struct KnownLogin {
    /// The username.
    pub name: UserName,
    /// Who this is.
    pub kind: LoginKind,
}

/// Says of some logins whether the caller may change their credentials.
struct Judge<'a> {
    cx: &'a Cx<'a>,
    /// The accounts among them that the caller may act on, where these are not all.
    accounts: Option<BTreeMap<UserName, Account>>,
    granted: BTreeMap<UserName, AclSet>,
}

impl<'a> Judge<'a> {
    fn of(cx: &'a Cx<'a>, tx: &dyn Tx, names: &[UserName]) -> Result<Self> {
        let some = !cx.caller.is_rootlike();
        let accounts = some.then(|| cx.accounts(tx, names)).transpose()?;
        Ok(Self { cx, accounts, granted: granted(cx, tx, names)? })
    }

    fn admit(&self, name: &UserName, kind: LoginKind) -> Result<()> {
        let is_own = *name == self.cx.caller.user;
        let seen = match (kind, &self.accounts) {
            (LoginKind::Account, Some(accounts)) => accounts.contains_key(name),
            (LoginKind::Account | LoginKind::Reseller, None) => true,
            (LoginKind::Reseller, Some(_)) | (LoginKind::Root, _) => is_own,
        };
        if !seen {
            return Err(unknown(name));
        }
        judge(self.cx, name, self.granted.get(name).copied().unwrap_or_default())
    }
}

fn unknown(name: &UserName) -> Error {
    Error::not_found(format!("There is no account “{name}”."))
}

/// Whether the caller may change that user's credentials and settings.
pub fn check_target(cx: &Cx<'_>, tx: &dyn Tx, name: &UserName) -> Result<()> {
    let granted = granted(cx, tx, std::slice::from_ref(name))?;
    judge(cx, name, granted.get(name).copied().unwrap_or_default())
}

/// What the users may do, where it matters: root may do everything.
fn granted(cx: &Cx<'_>, tx: &dyn Tx, names: &[UserName]) -> Result<BTreeMap<UserName, AclSet>> {
    if cx.caller.is_rootlike() { Ok(BTreeMap::new()) } else { resellers::granted(tx, names) }
}

/// A token that has fewer privileges than its owner would gain the owner's by changing the owner,
/// and so would a reseller those of a user who has more.
fn judge(cx: &Cx<'_>, name: &UserName, granted: AclSet) -> Result<()> {
    if cx.caller.is_limited() && *name == cx.caller.user {
        return Err(Error::denied(
            "user: a token with fewer privileges than its owner may not change its owner.",
        ));
    }
    if !cx.caller.is_rootlike() && !cx.caller.acls.covers(granted) {
        return Err(Error::denied(format!("user: “{name}” has privileges that you have not.")));
    }
    Ok(())
}

/// Refuses a parameter that the caller lacks the privilege for.
pub fn require(cx: &Cx<'_>, acl: Acl, param: &str, what: &str) -> Result<()> {
    if cx.caller.acls.grants(acl) {
        return Ok(());
    }
    let needs = match acl {
        Acl::All => "root's privileges".to_owned(),
        acl => format!("the privilege {}", acl.as_str()),
    };
    Err(Error::denied(format!("{param}: {what} needs {needs}.")))
}

/// The package `name`, where the caller may put accounts on it. `param` names the parameter that
/// has it.
pub fn package(cx: &Cx<'_>, tx: &dyn Tx, param: &str, name: &PackageName) -> Result<PackageRecord> {
    let found = packages::visible(tx, cx.caller, name).map_err(|problem| match problem.kind() {
        api::Kind::NotFound => Error::not_found(format!("{param}: there is no package “{name}”.")),
        _ => problem,
    })?;
    check_open(cx, tx, param, &found)?;
    Ok(found)
}

/// Refuses a package that is the caller's own but closed to them.
pub fn check_open(cx: &Cx<'_>, tx: &dyn Tx, param: &str, package: &PackageRecord) -> Result<()> {
    if packages::may_use(tx, cx.caller, package)? {
        return Ok(());
    }
    Err(Error::denied(format!("{param}: the package “{}” is not open to you.", package.name)))
}
