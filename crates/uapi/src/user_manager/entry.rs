//! What the functions of this module answer of a person: a subaccount, a login by itself, or both.

use std::collections::BTreeSet;

use api::{
    Account, Cx, DomainName, Error, Flag, Output, Result, UnixTime, Value, Word,
    records::{FtpLogin, PersonService, Tx},
};
use functions::domain::{ftp::Named, people::Person};

/// A person, or a login by itself.
#[derive(Clone, Output)]
pub struct Entry {
    /// What stands before the `@`.
    pub username: String,
    /// The domain.
    pub domain: String,
    /// The name as it is typed.
    pub full_username: String,
    /// An id.
    pub guid: String,
    /// What it is.
    #[param(name = "type")]
    pub kind: Kind,
    /// The person's name.
    pub real_name: String,
    /// Another address of theirs.
    pub alternate_email: Option<String>,
    /// Always empty.
    pub phone_number: String,
    /// Always absent.
    pub avatar_url: Option<String>,
    /// The logins.
    pub services: Services,
    /// What is wrong with them.
    pub issues: Vec<Issue>,
    /// Whether others have the same name.
    pub has_siblings: Flag,
    /// Whether it can be removed.
    pub can_delete: Flag,
    /// Whether its password can be set.
    pub can_set_password: Flag,
    /// Whether a quota can be set.
    pub can_set_quota: Flag,
    /// Whether nobody wants to be asked about it; for a login by itself.
    #[param(absent)]
    pub dismissed: Option<Flag>,
    /// What stands above a login by itself.
    pub parent_type: Option<Kind>,
    /// Whether it is the account's own.
    pub special: Flag,
    /// Whether there is a subaccount of the name; for a login by itself.
    pub sub_account_exists: Option<Flag>,
    /// Whether all its logins have its password; for a subaccount.
    pub synced_password: Option<Flag>,
    /// Whether an invitation is out.
    pub has_invite: Flag,
    /// Whether it has ended.
    pub has_expired_invite: Flag,
    /// When it ends.
    pub invite_expiration: Option<UnixTime>,
    /// Logins of the same name that are nobody's.
    #[param(absent)]
    pub merge_candidates: Option<Vec<Value>>,
    /// Those about which nobody wants to be asked.
    #[param(absent)]
    pub dismissed_merge_candidates: Option<Vec<Value>>,
}

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Kind {
    /// A subaccount.
    #[word("sub")]
    Sub,
    /// A name that several logins have, and no subaccount.
    #[word("hypothetical")]
    Hypothetical,
    /// A login by itself.
    #[word("service")]
    Service,
    /// The account.
    #[word("cpanel")]
    Cpanel,
}

/// Logins by service.
#[derive(Clone, Output)]
pub struct Services {
    /// The mailbox.
    pub email: Email,
    /// FTP.
    pub ftp: Ftp,
    /// Web Disk.
    pub webdisk: Webdisk,
}

/// A mailbox.
#[derive(Clone, Output)]
pub struct Email {
    /// Whether there is one.
    pub enabled: Flag,
    /// MiB; 0 for no limit.
    pub quota: i64,
}

/// A login for FTP.
#[derive(Clone, Output)]
pub struct Ftp {
    /// Whether there is one.
    pub enabled: Flag,
    /// The folder that it sees, below the home.
    pub homedir: String,
    /// MiB; 0 for no limit.
    pub quota: i64,
}

/// A login for Web Disk.
#[derive(Clone, Output)]
pub struct Webdisk {
    /// Whether there is one.
    pub enabled: Flag,
    /// The folder that it sees, below the home.
    pub homedir: String,
    /// Whether it may write.
    pub perms: Perms,
    /// Whether nobody else may look into the folder.
    pub private: Flag,
}

/// What a login for Web Disk may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Perms {
    /// Read.
    #[word("ro")]
    Ro,
    /// Read and write.
    #[word("rw")]
    Rw,
}

/// Something that is wrong with a login.
#[derive(Clone, Output)]
pub struct Issue {
    /// What it concerns.
    pub area: String,
    /// The service.
    pub service: PersonService,
    /// How bad it is.
    #[param(name = "type")]
    pub kind: IssueKind,
    /// What to know.
    pub message: String,
    /// What may be, in MiB.
    pub limit: i64,
    /// What is, in MiB.
    pub used: i64,
}

/// How bad something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum IssueKind {
    /// It does not work.
    #[word("error")]
    Error,
    /// It soon will not.
    #[word("warning")]
    Warning,
    /// It is good to know.
    #[word("info")]
    Info,
}

/// Reads a name of the account's; `username` may be any case.
pub fn named(tx: &dyn Tx, account: &Account, name: &str, domain: &DomainName) -> Result<Named> {
    Named::read(tx, account, "username", name, Some(domain))
}

/// Reads a whole name of the account's.
pub fn whole(tx: &dyn Tx, account: &Account, full: &str) -> Result<Named> {
    if !full.contains('@') {
        return Err(Error::param("full_username", "must be a name and a domain, joined by “@”."));
    }
    Named::read(tx, account, "full_username", full, None)
}

/// What stands of a person, with the logins that are nobody's beside it; `None` where nothing does.
pub fn of(cx: &Cx<'_>, account: &Account, person: &Person) -> Result<Option<Entry>> {
    let loose: Vec<PersonService> = person.loose().into_iter().collect();
    let mut entry = match (&person.sub, loose.as_slice()) {
        (Some(_), _) => made(cx, account, person, Kind::Sub, &person.linked())?,
        (None, []) => return Ok(None),
        (None, [one]) => return alone(cx, account, person, *one).map(Some),
        (None, _) => made(cx, account, person, Kind::Hypothetical, &person.services())?,
    };
    let (mut candidates, mut dismissed) = (Vec::new(), Vec::new());
    for service in loose {
        let bare = Entry {
            merge_candidates: None,
            dismissed_merge_candidates: None,
            ..alone(cx, account, person, service)?
        };
        let list = if person.is_dismissed(service) { &mut dismissed } else { &mut candidates };
        list.extend(bare.into_data().into_tree()?);
    }
    entry.merge_candidates = Some(candidates);
    entry.dismissed_merge_candidates = Some(dismissed);
    Ok(Some(entry))
}

/// All of a person side by side: the subaccount, and each login that is nobody's.
pub fn flat(cx: &Cx<'_>, account: &Account, person: &Person) -> Result<Vec<Entry>> {
    let mut entries = Vec::new();
    if person.sub.is_some() {
        entries.push(made(cx, account, person, Kind::Sub, &person.linked())?);
    }
    for service in person.loose() {
        let entry = alone(cx, account, person, service)?;
        entries.push(Entry { merge_candidates: None, dismissed_merge_candidates: None, ..entry });
    }
    Ok(entries)
}

/// A login by itself.
pub fn alone(
    cx: &Cx<'_>,
    account: &Account,
    person: &Person,
    service: PersonService,
) -> Result<Entry> {
    let others = person.services().len() > 1;
    let parent = match (&person.sub, person.services().len()) {
        (Some(_), _) => Some(Kind::Sub),
        (None, 0 | 1) => None,
        (None, _) => Some(Kind::Hypothetical),
    };
    let entry = made(cx, account, person, Kind::Service, &BTreeSet::from([service]))?;
    Ok(Entry {
        real_name: String::new(),
        alternate_email: None,
        has_siblings: Flag(others || person.sub.is_some()),
        dismissed: Some(Flag(person.is_dismissed(service))),
        parent_type: parent,
        sub_account_exists: Some(Flag(person.sub.is_some())),
        merge_candidates: Some(Vec::new()),
        dismissed_merge_candidates: Some(Vec::new()),
        ..entry
    })
}

/// The account itself.
pub fn own(cx: &Cx<'_>, account: &Account) -> Result<Entry> {
    let record = account.record();
    let person = Person {
        name: record.name.to_string(),
        domain: record.domain.clone(),
        sub: None,
        mailbox: None,
        ftp: None,
        disk: None,
        said: std::collections::BTreeMap::new(),
    };
    let quota = record.quota.0.map_or(0, i64::from);
    let whole = || Flag(true);
    let entry = made(cx, account, &person, Kind::Cpanel, &BTreeSet::new())?;
    Ok(Entry {
        alternate_email: Some(record.email.to_string()).filter(|email| !email.is_empty()),
        services: Services {
            email: Email { enabled: whole(), quota },
            ftp: Ftp { enabled: whole(), homedir: String::new(), quota },
            webdisk: Webdisk {
                enabled: whole(),
                homedir: String::new(),
                perms: Perms::Rw,
                private: Flag(false),
            },
        },
        can_delete: Flag(false),
        can_set_quota: Flag(false),
        special: Flag(true),
        ..entry
    })
}

fn made(
    cx: &Cx<'_>,
    account: &Account,
    person: &Person,
    kind: Kind,
    services: &BTreeSet<PersonService>,
) -> Result<Entry> {
    let sub = person.sub.as_ref().filter(|_| kind == Kind::Sub);
    let mailbox = person.mailbox.as_ref().filter(|_| services.contains(&PersonService::Email));
    let ftp = person.ftp.as_ref().filter(|_| services.contains(&PersonService::Ftp));
    let disk = person.disk.as_ref().filter(|_| services.contains(&PersonService::Webdisk));
    let passwords = [
        mailbox.map(|row| &row.password),
        ftp.map(|row| &row.password),
        disk.map(|row| &row.password),
    ];
    let synced = sub
        .map(|sub| Flag(passwords.into_iter().flatten().all(|password| *password == sub.password)));
    Ok(Entry {
        username: person.name.clone(),
        domain: person.domain.to_string(),
        full_username: person.full_name(),
        guid: sub.map_or_else(|| id(cx, account, person, kind, services), |sub| sub.guid.clone()),
        kind,
        real_name: sub.map(|sub| sub.real_name.clone()).unwrap_or_default(),
        alternate_email: sub.map(|sub| sub.email.clone()).filter(|email| !email.is_empty()),
        phone_number: String::new(),
        avatar_url: None,
        issues: ftp.map(|login| issues(cx, account, login)).transpose()?.unwrap_or_default(),
        services: Services {
            email: Email {
                enabled: Flag(mailbox.is_some()),
                quota: mailbox.and_then(|row| row.quota.0).map_or(0, i64::from),
            },
            ftp: Ftp {
                enabled: Flag(ftp.is_some()),
                homedir: ftp.map(|row| row.home.clone()).unwrap_or_default(),
                quota: ftp.and_then(|row| row.quota.0).map_or(0, i64::from),
            },
            webdisk: Webdisk {
                enabled: Flag(disk.is_some()),
                homedir: disk.map(|row| row.home.clone()).unwrap_or_default(),
                perms: if disk.is_none_or(|row| row.writes.0) { Perms::Rw } else { Perms::Ro },
                private: disk.map(|row| row.private).unwrap_or_default(),
            },
        },
        has_siblings: Flag(!person.loose().is_empty()),
        can_delete: Flag(true),
        can_set_password: Flag(true),
        can_set_quota: Flag(ftp.is_some() || mailbox.is_some()),
        dismissed: None,
        parent_type: None,
        special: Flag(false),
        sub_account_exists: None,
        synced_password: synced,
        has_invite: Flag(false),
        has_expired_invite: Flag(false),
        invite_expiration: None,
        merge_candidates: None,
        dismissed_merge_candidates: None,
    })
}

/// An id for what has no row of its own: the same each time it is asked for.
fn id(
    cx: &Cx<'_>,
    account: &Account,
    person: &Person,
    kind: Kind,
    services: &BTreeSet<PersonService>,
) -> String {
    let words: Vec<&str> = services.iter().map(|service| service.as_str()).collect();
    let text = format!("{} {} {}", kind.as_str(), person.full_name(), words.join(" "));
    let (digest, created) = (cx.host.system.digest(&text), account.record().created.0);
    let (name, domain) = (account.name(), &person.domain);
    format!("{name}:{domain}:{created:08x}:{digest}").to_uppercase()
}

/// Whether a folder holds as much as it may, or nearly.
fn issues(cx: &Cx<'_>, account: &Account, login: &FtpLogin) -> Result<Vec<Issue>> {
    let Some(most) = login.quota.0.map(u64::from) else { return Ok(Vec::new()) };
    let used = cx.host.ftp.folder_usage(account, &login.home)?.disk / 1024;
    let (kind, message) = match used {
        used if used >= most => (IssueKind::Error, "The folder is full."),
        used if used * 5 >= most * 4 => (IssueKind::Warning, "The folder is nearly full."),
        _ => return Ok(Vec::new()),
    };
    Ok(vec![Issue {
        area: "quota".to_owned(),
        service: PersonService::Ftp,
        kind,
        message: message.to_owned(),
        limit: i64::try_from(most).unwrap_or(i64::MAX),
        used: i64::try_from(used).unwrap_or(i64::MAX),
    }])
}
