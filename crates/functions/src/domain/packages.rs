//! Packages: finding them.

use api::{
    Error, Flag, Limit, PackageName, Result, UserName,
    records::{AccountRecord, PackageRecord, Tx},
};

/// The package of that name. The default package is there even where nobody has edited it.
pub fn find(tx: &dyn Tx, name: &PackageName) -> Result<PackageRecord> {
    match tx.find::<PackageRecord>(&[name.into()])? {
        Some(package) => Ok(package),
        None if *name == PackageName::default_package() => Ok(untouched_default()),
        None => Err(Error::not_found(format!("There is no package “{name}”."))),
    }
}

fn untouched_default() -> PackageRecord {
    PackageRecord {
        name: PackageName::default_package(),
        owner: UserName::root(),
        quota: Limit::UNLIMITED,
        bandwidth: Limit::UNLIMITED,
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
        shell: Flag(account.shell != super::accounts::NO_SHELL),
        dedicated_ip: account.dedicated_ip,
        digest_auth: plan.digest_auth,
        theme: account.theme.clone(),
        locale: account.locale.clone(),
        feature_list: account.feature_list.clone(),
        extensions: account.extensions.clone(),
    }
}
