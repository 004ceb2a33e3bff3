//! Packages: how they are found, who may use and who may change which. The package `default` is
//! always there; until somebody edits it, it comes from here and not from the store.

pub mod accounts;
pub mod draft;
pub mod extensions;
pub mod privileges;
pub mod settings;
pub mod view;

use api::{
    Acl, Caller, Error, Flag, Limit, PackageName, Result, UserName,
    records::{PackageRecord, Tx, Where, is},
};

use super::ownership;

pub use draft::Draft;
pub use extensions::Extensions;
pub use settings::{Settings, TeamUsers};

/// The theme of the default package.
const THEME: &str = "jupiter";
/// The language of packages that name none.
pub const LOCALE: &str = "en";

/// The package of that name, whosever it is.
pub fn find(tx: &dyn Tx, name: &PackageName) -> Result<PackageRecord> {
    look_up(tx, name)?.ok_or_else(|| unknown(name))
}

/// The package that the caller means and may use for accounts. A reseller may leave out the prefix.
pub fn usable(tx: &dyn Tx, caller: &Caller, name: &PackageName) -> Result<PackageRecord> {
    if let Some(record) = look_up(tx, name)?.filter(|record| may_use(caller, record)) {
        return Ok(record);
    }
    changeable(tx, caller, name)
}

/// The package that the caller means and may change.
pub fn changeable(tx: &dyn Tx, caller: &Caller, name: &PackageName) -> Result<PackageRecord> {
    let record = look_up(tx, &own_name(caller, name)?)?;
    record.filter(|record| may_change(caller, record)).ok_or_else(|| unknown(name))
}

/// The packages that the caller may use, by name.
pub fn list(tx: &dyn Tx, caller: &Caller) -> Result<Vec<PackageRecord>> {
    let root = UserName::root();
    let filter = if caller.is_rootlike() {
        Vec::new()
    } else if caller.acls.grants(Acl::Viewglobalpackages) {
        vec![Where::In("owner", vec![(&caller.user).into(), (&root).into()])]
    } else {
        vec![is("owner", &caller.user)]
    };
    let mut packages: Vec<PackageRecord> = tx.matching(filter)?;
    let default = find(tx, &PackageName::default_package())?;
    let place = packages.binary_search_by(|package| package.name.cmp(&default.name));
    if let (Err(place), true) = (place, may_use(caller, &default)) {
        packages.insert(place, default);
    }
    Ok(packages)
}

/// The name under which the caller's own package is kept.
pub fn own_name(caller: &Caller, name: &PackageName) -> Result<PackageName> {
    ownership::own_name(caller, name).map_err(|rule| Error::param("name", rule))
}

/// Whether the caller may put accounts on the package.
pub fn may_use(caller: &Caller, record: &PackageRecord) -> bool {
    let global = record.owner.is_root() && caller.acls.grants(Acl::Viewglobalpackages);
    global || may_change(caller, record)
}

/// Whether the caller may change the package.
pub fn may_change(caller: &Caller, record: &PackageRecord) -> bool {
    ownership::may_change(caller, &record.owner)
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
pub fn blank(name: PackageName, owner: UserName, theme: &str) -> PackageRecord {
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
        max_team_users: Limit::UNLIMITED,
        max_email_per_hour: Limit::UNLIMITED,
        max_defer_fail: Limit::UNLIMITED,
        max_mailbox_quota: privileges::MAILBOX_QUOTA,
        cgi: Flag(true),
        shell: Flag(false),
        dedicated_ip: Flag(false),
        digest_auth: Flag(false),
        theme: theme.to_owned(),
        locale: LOCALE.to_owned(),
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
        ..blank(PackageName::default_package(), UserName::root(), THEME)
    }
}
