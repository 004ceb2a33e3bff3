//! Who may change which account, beyond the question of whose it is.

use api::{
    Account, Acl, Cx, Error, PackageName, Result, UserName,
    records::{PackageRecord, Tx},
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

/// Whether the caller may change that user's credentials and settings. A token that has fewer
/// privileges than its owner would gain the owner's by it, and so would a reseller those of a user
/// who has more.
pub fn check_target(cx: &Cx<'_>, tx: &dyn Tx, name: &UserName) -> Result<()> {
    if cx.caller.is_limited() && *name == cx.caller.user {
        return Err(Error::denied(
            "user: a token with fewer privileges than its owner may not change its owner.",
        ));
    }
    if !cx.caller.is_rootlike() && !cx.caller.acls.covers(resellers::granted(tx, name)?) {
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
    let unknown = || Error::not_found(format!("{param}: there is no package “{name}”."));
    let package = packages::find(tx, name).map_err(|problem| match problem.kind() {
        api::Kind::NotFound => unknown(),
        _ => problem,
    })?;
    let me = &cx.caller.user;
    let own = package.owner == *me
        || name.as_str().strip_prefix(me.as_str()).is_some_and(|rest| rest.starts_with('_'));
    let allowed = own
        || *name == PackageName::default_package()
        || cx.caller.acls.grants(Acl::Viewglobalpackages);
    if allowed { Ok(package) } else { Err(unknown()) }
}
