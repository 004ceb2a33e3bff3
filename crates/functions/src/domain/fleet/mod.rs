//! Many hosts upon one store: which host a subject is on, where new accounts go, and what a worker does
//! with what waits for its host. Where there is one machine, nothing of it is asked.

mod own;
pub mod placement;
pub mod work;

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::ControlFlow,
};

use api::{
    Account, Error, Host, HostName, Kind, Record, Result, UserName,
    error::OnlyHost,
    function::Hosts,
    records::{
        AccountRecord, Cell, Column, Fleet, HostRecord, Select, Subject, Tx, Where, WorkerRecord,
        fleet::SILENCE, is,
    },
};

/// A host, and for how many seconds nobody has worked for it.
#[derive(Debug, Clone)]
pub struct Seen {
    /// The host.
    pub host: HostRecord,
    /// The seconds; none where nobody ever has.
    pub silent: Option<i64>,
}

impl Seen {
    /// Whether somebody works for it.
    pub fn is_there(&self) -> bool {
        self.silent.is_some_and(|seconds| seconds <= SILENCE)
    }

    /// What callers are told of one that nobody works for.
    pub fn absence(&self) -> Error {
        let name = &self.host.name;
        let said = match self.silent {
            Some(seconds) => format!("The host “{name}” was last seen {seconds} seconds ago."),
            None => format!("The host “{name}” has not been seen yet."),
        };
        Error::new(Kind::Unavailable, said)
    }
}

/// All hosts, in the order in which they came.
pub fn hosts(tx: &dyn Tx) -> Result<Vec<Seen>> {
    let now = tx.clock()?.0;
    let rows: Vec<WorkerRecord> = tx.matching(Vec::new())?;
    let seen: BTreeMap<String, i64> =
        rows.into_iter().map(|row| (row.host, now - row.seen.0)).collect();
    let order = vec![("place", false)];
    let hosts: Vec<HostRecord> = tx.list(&Select { order, ..Select::default() })?;
    let silent = |host: &HostRecord| seen.get(host.name.as_str()).copied();
    Ok(hosts.into_iter().map(|host| Seen { silent: silent(&host), host }).collect())
}

/// The host of that name.
pub fn find(tx: &dyn Tx, name: &HostName) -> Result<Option<Seen>> {
    Ok(hosts(tx)?.into_iter().find(|seen| seen.host.name == *name))
}

pub(crate) use own::retain_own;

/// What the store offers to many hosts.
pub fn of(host: &Host) -> Result<&dyn Fleet> {
    host.store.fleet().ok_or_else(|| {
        Error::new(
            Kind::Conflict,
            "Many hosts need a store that they can share: postgres://USER@HOST/DATABASE.",
        )
    })
}

/// Where a subject is.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Place {
    /// On that host.
    Host(HostName),
    /// It belongs to no account, and so to the first host.
    First,
    /// On each.
    All,
}

/// The host that each of these subjects is on. What is gone within the transaction was where the store
/// had it before; what was nowhere is taken to be anywhere, as a withdrawal of nothing costs little.
pub(crate) fn parted(
    host: &Host,
    tx: &dyn Tx,
    subjects: &BTreeSet<Subject>,
) -> Result<BTreeMap<HostName, BTreeSet<Subject>>> {
    let all: Vec<HostName> = hosts(tx)?.into_iter().map(|seen| seen.host.name).collect();
    let first = all.first().ok_or_else(none)?;
    let mut before = None;
    let mut parts: BTreeMap<HostName, BTreeSet<Subject>> = BTreeMap::new();
    for subject in subjects {
        let now = place(tx, subject)?;
        let mut places: Vec<Place> = now.into_iter().collect();
        // A zone may come to an account, and stay without one, and so change its host.
        if places.is_empty() || (matches!(subject, Subject::Zone(_)) && all.len() > 1) {
            let before = match &mut before {
                Some(before) => before,
                none => none.insert(host.store.read()?),
            };
            places.extend(place(&**before, subject)?);
        }
        if places.is_empty() {
            places.push(Place::All);
        }
        for name in places.into_iter().flat_map(|place| match place {
            Place::Host(name) => vec![name],
            Place::First => vec![first.clone()],
            Place::All => all.clone(),
        }) {
            parts.entry(name).or_default().insert(subject.clone());
        }
    }
    Ok(parts)
}

fn none() -> Error {
    Error::new(
        Kind::Unavailable,
        "The store has no host yet; innkeeper work --host NAME makes one.",
    )
}

/// Whether the store has a subject on another host than this process's.
pub(crate) fn is_elsewhere(host: &Host, tx: &dyn Tx, subject: &Subject) -> Result<bool> {
    let Hosts::This(this) = &host.settings.hosts else { return Ok(false) };
    Ok(match place(tx, subject)? {
        Some(Place::Host(name)) => name != *this,
        Some(Place::First) => !is_first(tx, this)?,
        Some(Place::All) | None => false,
    })
}

/// Whether the store has a subject anywhere, be it by a name that the machine has not been told yet.
pub(crate) fn is_known(tx: &dyn Tx, subject: &Subject) -> Result<bool> {
    place(tx, subject).map(|place| place.is_some())
}

/// Whether a host is the first one, which has what is no account's.
fn is_first(tx: &dyn Tx, name: &HostName) -> Result<bool> {
    Ok(hosts(tx)?.first().is_some_and(|first| first.host.name == *name))
}

/// Whether an account is on the machine that this process drives; what is of one that is gone is the first
/// host's.
pub fn is_here(host: &Host, tx: &dyn Tx, account: &UserName) -> Result<bool> {
    match &host.settings.hosts {
        Hosts::One => Ok(true),
        Hosts::Elsewhere => Ok(false),
        Hosts::This(this) => match of_account(tx, account)? {
            Some(Place::Host(name)) => Ok(name == *this),
            _ => is_first(tx, this),
        },
    }
}

/// Refuses, before anything is changed, what needs the account's machine at hand besides the store. A
/// server without a machine passes such a call on to the account's host.
pub fn require_machine(host: &Host, account: &Account) -> Result<()> {
    match (&host.settings.hosts, &account.record().host) {
        (Hosts::Elsewhere, Some(its)) => Err(on_host(its).because(OnlyHost(Some(its.clone())))),
        _ => refuse_elsewhere(host, account.record()),
    }
}

fn on_host(name: &HostName) -> Error {
    let said = format!("The account is on the host “{name}”: ask there.");
    Error::new(Kind::Unavailable, said)
}

/// Refuses the account of another host on a process that is one of many. Servers that drive no machine
/// take calls for all.
pub fn refuse_elsewhere(host: &Host, account: &AccountRecord) -> Result<()> {
    match (&host.settings.hosts, &account.host) {
        (Hosts::This(this), Some(its)) if this != its => Err(on_host(its)),
        _ => Ok(()),
    }
}

/// Where the store has a subject; none where it has it nowhere.
fn place(tx: &dyn Tx, subject: &Subject) -> Result<Option<Place>> {
    let found = match subject {
        Subject::User(name) | Subject::Ftp(name) => return of_account(tx, name),
        Subject::Address(_) => return Ok(Some(Place::First)),
        Subject::DnsServer => return Ok(Some(Place::All)),
        Subject::Zone(name) => owner(tx, "zones", vec![is("name", name)])?,
        Subject::Site(name) | Subject::Tls(name) => owner(tx, "domains", vec![is("name", name)])?,
        Subject::MailDomain(name) => match owner(tx, "mail_domains", vec![is("domain", name)])? {
            None => owner(tx, "mail_domains", vec![is("formerly", name)])?,
            found => found,
        },
        Subject::Mailbox(address) => {
            match (owner(tx, "mailboxes", vec![is("address", address)])?, address.domain()) {
                (None, Some(domain)) => owner(tx, "domains", vec![is("name", &domain)])?,
                (found, _) => found,
            }
        }
        Subject::Database(engine, name) => {
            let called = Where::Any(vec![is("name", name), is("formerly", name)]);
            owner(tx, "databases", vec![is("engine", engine), called])?
        }
        Subject::DatabaseUser(engine, name) => {
            match owner(tx, "database_users", vec![is("engine", engine), is("name", name)])? {
                None => owner(tx, "session_database_users", vec![is("name", name)])?,
                found => found,
            }
        }
    };
    match found {
        Some(Owner::Account(account)) => of_account(tx, &account),
        Some(Owner::Nobody) => Ok(Some(Place::First)),
        None => Ok(None),
    }
}

/// Whose a row is.
enum Owner {
    Account(UserName),
    Nobody,
}

/// Whose the row is that the conditions leave; nothing where there is none.
fn owner(tx: &dyn Tx, table: &'static str, filter: Vec<Where<'_>>) -> Result<Option<Owner>> {
    let mut found = None;
    let select = Select { filter, window: Some((0, 1)), ..Select::default() };
    tx.select_rows(table, &["account"], &select, &mut |row| {
        let account: Option<UserName> = Column::read(row, 0)?;
        found = Some(account.map_or(Owner::Nobody, Owner::Account));
        Ok(ControlFlow::Break(()))
    })?;
    Ok(found)
}

/// What of an account says where it is.
#[derive(Debug, Record)]
#[record(table = "accounts", key = "name")]
struct Placed {
    name: UserName,
    host: Option<HostName>,
}

fn of_account(tx: &dyn Tx, name: &UserName) -> Result<Option<Place>> {
    let found: Option<Placed> = match tx.find(&[name.into()])? {
        None => tx.first(vec![is("formerly", name)])?,
        found => found,
    };
    Ok(found.map(|placed| placed.host.map_or(Place::First, Place::Host)))
}

/// What narrows the accounts to those on this process's machine.
pub(crate) fn own_accounts(host: &Host) -> Vec<Where<'_>> {
    match &host.settings.hosts {
        Hosts::One => Vec::new(),
        Hosts::Elsewhere => vec![Where::Any(Vec::new())],
        Hosts::This(this) => vec![Where::Is("host", Cell::from(this))],
    }
}

#[cfg(test)]
mod tests;
