//! Packages: how they are found, who may use and who may change which. The package `default` is
//! always there; until somebody edits it, it comes from here and not from the store.

pub mod draft;
pub mod extensions;
pub mod followers;
pub mod privileges;
pub mod settings;
pub mod view;

use api::{
    Acl, Caller, Cx, Error, Flag, Limit, PackageName, Result, UserName,
    function::Settings as HostSettings,
    records::{AccountRecord, PackageRecord, Tx, is},
};

use super::{accounts, ownership, resellers::packages::Opened};

pub use draft::Draft;
pub use extensions::Extensions;
pub use settings::{Settings, TeamUsers};

/// The language of accounts where neither they nor their package name one.
const LOCALE: &str = "en";

/// The package of that name, whosever it is.
pub fn find(tx: &dyn Tx, name: &PackageName) -> Result<PackageRecord> {
    look_up(tx, name)?.ok_or_else(|| unknown(name))
}

/// The package that the caller means and may see: one to use for accounts, or an own one. A reseller
/// may leave out the prefix.
pub fn visible(tx: &dyn Tx, caller: &Caller, name: &PackageName) -> Result<PackageRecord> {
    match look_up(tx, name)? {
        Some(record) if may_use(tx, caller, &record)? => Ok(record),
        _ => changeable(tx, caller, name),
    }
}

/// The package that the caller means and may change. A reseller may leave out the prefix; who got
/// another name since must give the whole name.
pub fn changeable(tx: &dyn Tx, caller: &Caller, name: &PackageName) -> Result<PackageRecord> {
    let mine = |record: &PackageRecord| may_change(caller, record);
    if let Some(record) = look_up(tx, name)?.filter(mine) {
        return Ok(record);
    }
    let record = look_up(tx, &own_name(caller, name)?)?;
    record.filter(mine).ok_or_else(|| unknown(name))
}

/// The packages that the caller may see, by name.
pub fn list(cx: &Cx<'_>, tx: &dyn Tx) -> Result<Vec<PackageRecord>> {
    let global = cx.caller.acls.grants(Acl::Viewglobalpackages);
    let mut packages: Vec<PackageRecord> = match global {
        _ if cx.caller.is_rootlike() => tx.matching(Vec::new())?,
        true => {
            let mut packages = ownership::rows(tx, cx.caller)?;
            packages.extend(tx.matching::<PackageRecord>(vec![is("owner", &UserName::root())])?);
            packages
        }
        false => ownership::rows(tx, cx.caller)?,
    };
    packages.push(find(tx, &PackageName::default_package())?);
    if !cx.caller.is_rootlike() {
        let opened = Opened::to(tx, &cx.caller.user)?;
        let names: Vec<PackageName> = opened.names().cloned().collect();
        packages.extend(tx.among::<PackageRecord, _>("name", &names)?);
        packages.retain(|package| {
            may_change(cx.caller, package) || opened.allows(&package.name) != Some(false)
        });
    }
    packages.sort_by(|one, other| one.name.cmp(&other.name));
    packages.dedup_by(|one, other| one.name == other.name);
    Ok(packages.into_iter().map(|package| shown(&cx.host.settings, package)).collect())
}

/// A package as callers see it: where it names no theme or language, the server's stands there.
pub fn shown(settings: &HostSettings, mut package: PackageRecord) -> PackageRecord {
    if package.theme.is_empty() {
        package.theme.clone_from(&settings.theme);
    }
    if package.locale.is_empty() {
        LOCALE.clone_into(&mut package.locale);
    }
    package
}

/// The name under which the caller's own package is kept.
pub fn own_name(caller: &Caller, name: &PackageName) -> Result<PackageName> {
    ownership::own_name(caller, name).map_err(|rule| Error::param("name", rule))
}

/// Whether the caller may put accounts on the package: what root opened or closed to them; else an
/// own one, `default`, or with the privilege for it any of root's.
pub fn may_use(tx: &dyn Tx, caller: &Caller, record: &PackageRecord) -> Result<bool> {
    if caller.is_rootlike() {
        return Ok(true);
    }
    let global = record.owner.is_root() && caller.acls.grants(Acl::Viewglobalpackages);
    let by_itself =
        global || record.name == PackageName::default_package() || may_change(caller, record);
    Ok(Opened::to(tx, &caller.user)?.allows(&record.name).unwrap_or(by_itself))
}

/// Whether the caller may change the package.
pub fn may_change(caller: &Caller, record: &PackageRecord) -> bool {
    ownership::may_change(caller, &record.owner, &record.name)
}

/// The package of that name, stored or from here.
pub fn look_up(tx: &dyn Tx, name: &PackageName) -> Result<Option<PackageRecord>> {
    let stored: Option<PackageRecord> = tx.find(&[name.into()])?;
    let built_in = || (*name == PackageName::default_package()).then(default_package);
    Ok(stored.or_else(built_in))
}

/// What a caller is told of a package that is not there, or not for the caller.
pub fn unknown(name: &PackageName) -> Error {
    Error::not_found(format!("There is no package “{name}”."))
}

/// A package with the settings that count where a call names none.
pub fn blank(name: PackageName, owner: UserName) -> PackageRecord {
    PackageRecord {
        name,
        owner,
        quota: Limit::of(10_240),
        bandwidth: Limit::of(1_048_576),
        max_ftp: Limit::UNLIMITED,
        max_lists: Limit::UNLIMITED,
        max_mailboxes: Limit::UNLIMITED,
        max_databases: Limit::UNLIMITED,
        max_subdomains: Limit::UNLIMITED,
        max_parked: Limit::of(0),
        max_addons: Limit::of(0),
        max_passenger: Limit::of(4),
        max_team_users: Limit::of(7),
        max_email_per_hour: Limit::UNLIMITED,
        max_defer_fail: Limit::UNLIMITED,
        max_mailbox_quota: Limit::of(1024),
        cgi: Flag(true),
        shell: Flag(false),
        dedicated_ip: Flag(false),
        digest_auth: Flag(false),
        theme: String::new(),
        locale: String::new(),
        feature_list: PackageName::default_package(),
        extensions: String::new(),
    }
}

/// The package `default` before anybody edits it: as new packages are, but without a limit of disk
/// and bandwidth, as accounts that name no package have it.
fn default_package() -> PackageRecord {
    PackageRecord {
        quota: Limit::UNLIMITED,
        bandwidth: Limit::UNLIMITED,
        ..blank(PackageName::default_package(), UserName::root())
    }
}

/// A new package with what an account has; what accounts do not hold is as in `plan`.
pub fn of_account(
    name: PackageName,
    owner: UserName,
    plan: &PackageRecord,
    account: &AccountRecord,
) -> PackageRecord {
    PackageRecord {
        name,
        owner,
        quota: account.quota,
        bandwidth: account.bandwidth,
        max_ftp: account.max_ftp,
        max_lists: account.max_lists,
        max_mailboxes: account.max_mailboxes,
        max_databases: account.max_databases,
        max_subdomains: account.max_subdomains,
        max_parked: account.max_parked,
        max_addons: account.max_addons,
        max_passenger: account.max_passenger,
        max_team_users: account.max_team_users,
        max_email_per_hour: account.max_email_per_hour,
        max_defer_fail: account.max_defer_fail,
        max_mailbox_quota: account.max_mailbox_quota,
        cgi: account.cgi,
        shell: Flag(account.shell != accounts::NO_SHELL),
        dedicated_ip: account.dedicated_ip,
        digest_auth: plan.digest_auth,
        theme: account.theme.clone(),
        locale: account.locale.clone(),
        feature_list: account.feature_list.clone(),
        extensions: account.extensions.clone(),
    }
}
