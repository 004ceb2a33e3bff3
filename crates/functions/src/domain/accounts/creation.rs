//! How an account comes: what it has before anybody wishes anything, and the rows that it is.

use api::{
    Cx, DomainName, EmailAddress, Flag, Limit, Result, UserName,
    function::Account,
    records::{AccountRecord, DomainRecord, Login, LoginKind, PackageRecord, Subject},
};

use super::{domains, limits};
use crate::domain::{change::Change, fleet, resellers, zones};

/// The folder of an account's main site, below its home.
pub const MAIN_ROOT: &str = "public_html";

/// An account of that package with nothing said about it yet.
pub fn draft(
    cx: &Cx<'_>,
    name: &UserName,
    domain: DomainName,
    owner: UserName,
    package: &PackageRecord,
) -> AccountRecord {
    let settings = &cx.host.settings;
    let mut record = AccountRecord {
        name: name.clone(),
        formerly: None,
        domain,
        owner,
        package: package.name.clone(),
        email: EmailAddress::default(),
        email2: EmailAddress::default(),
        uid: 0,
        gid: 0,
        home: format!("{}/{name}", settings.home_base),
        shell: super::NO_SHELL.to_owned(),
        ip: settings.shared_ip.clone(),
        dedicated_ip: Flag(false),
        theme: settings.theme.clone(),
        style: String::new(),
        locale: "en".to_owned(),
        mailbox_format: "maildir".to_owned(),
        mx_check: "local".to_owned(),
        created: cx.now(),
        modified: cx.now(),
        suspended: Flag(false),
        suspend_reason: String::new(),
        suspended_at: None,
        locked: Flag(false),
        keeps_ftp: Flag(false),
        mail_suspended: Flag(false),
        mail_held: Flag(false),
        backup: Flag(true),
        legacy_backup: Flag(false),
        cgi: package.cgi,
        dkim: Flag(true),
        spf: Flag(true),
        dmarc: Flag(true),
        spam_filter: Flag(true),
        spam_box: Flag(true),
        temporary_domain: Flag(false),
        extensions: String::new(),
        feature_list: package.feature_list.clone(),
        database_owner: name.to_string(),
        extras: "{}".to_owned(),
        quota: Limit::UNLIMITED,
        bandwidth: Limit::UNLIMITED,
        max_ftp: Limit::UNLIMITED,
        max_lists: Limit::UNLIMITED,
        max_mailboxes: Limit::UNLIMITED,
        max_databases: Limit::UNLIMITED,
        max_subdomains: Limit::UNLIMITED,
        max_parked: Limit::UNLIMITED,
        max_addons: Limit::UNLIMITED,
        max_passenger: Limit::UNLIMITED,
        max_team_users: Limit::UNLIMITED,
        max_email_per_hour: Limit::UNLIMITED,
        max_defer_fail: Limit::UNLIMITED,
        max_mailbox_quota: Limit::UNLIMITED,
        max_inodes: Limit::UNLIMITED,
        disk_used: 0,
        inodes_used: 0,
        host: None,
    };
    limits::take_over(&mut record, package);
    record
}

/// Writes a new account: its record, its login, its main domain with the zone, its owner's count.
pub fn write(
    cx: &Cx<'_>,
    change: &mut Change<'_>,
    account: &Account,
    hash: String,
    digest_auth: Flag,
) -> Result<()> {
    write_rows(cx, change, account, hash, digest_auth)?;
    let record = account.record();
    let main = DomainRecord::main(record.domain.clone(), record.name.clone(), MAIN_ROOT);
    domains::add(change, &main)?;
    zones::make(cx, change, &record.domain, record)
}

/// Writes a new account whose main domain is there already: its record, its login, its owner's
/// count.
pub fn write_rows(
    cx: &Cx<'_>,
    change: &mut Change<'_>,
    account: &Account,
    hash: String,
    digest_auth: Flag,
) -> Result<()> {
    let record = account.record();
    change.insert(record)?;
    change.insert(&login(cx, &record.name, LoginKind::Account, hash, digest_auth))?;
    super::count(change, &record.owner, 1)?;
    fleet::placement::count(change, record, 1)?;
    change.touch(Subject::User(record.name.clone()));
    Ok(())
}

/// Writes a reseller who has no account.
pub fn write_reseller(
    cx: &Cx<'_>,
    change: &mut Change<'_>,
    name: &UserName,
    hash: String,
) -> Result<()> {
    change.insert(&login(cx, name, LoginKind::Reseller, hash, Flag(false)))?;
    resellers::set_up(change, name)
}

fn login(
    cx: &Cx<'_>,
    name: &UserName,
    kind: LoginKind,
    password: String,
    digest_auth: Flag,
) -> Login {
    Login {
        name: name.clone(),
        kind,
        password,
        generation: 1,
        changed: cx.now(),
        digest_auth,
        locked: Flag(false),
    }
}
