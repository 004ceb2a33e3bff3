//! Making the host as the store says: one subject, an open journal entry, or everything.

#[cfg(test)]
mod tests;
mod turns;

use std::collections::{BTreeMap, BTreeSet};

use api::{
    Account, DomainName, Error, Host, Result, UserName,
    function::{Hosts, Step},
    ports::{OsLogin, Site, ZonePart},
    records::{
        AccountRecord, DatabaseRecord, DatabaseUser, DomainRecord, JournalEntry, JournalState,
        Login, LoginKind, MailDomainRecord, MailboxRecord, Record, Redirect, Subject, Tx, Where,
        ZoneRecord, is,
    },
};

use super::{
    addresses,
    change::{self, settling},
    databases, dns, fleet, forced, ftp, mail, tls, usage, zones,
};

/// Makes the host's parts of these subjects as the store says; several users all at once.
pub fn subjects(host: &Host, subjects: &BTreeSet<Subject>) -> Result<()> {
    let users = subjects.iter().filter_map(|subject| match subject {
        Subject::User(name) => Some(name.clone()),
        _ => None,
    });
    let users: Vec<UserName> = users.collect();
    if users.len() < 2 {
        return subjects.iter().try_for_each(|one| subject(host, one));
    }
    all_users(host, &users)?;
    let others = subjects.iter().filter(|subject| !matches!(subject, Subject::User(_)));
    others.into_iter().try_for_each(|one| subject(host, one))
}

/// Makes the host say of these users, as the store does, whether their next login must choose a new
/// password. Nothing else of them is looked at.
pub fn expiry(host: &Host, names: &BTreeSet<UserName>) -> Result<()> {
    if names.is_empty() {
        return Ok(());
    }
    let names: Vec<UserName> = names.iter().cloned().collect();
    let _turns = turns::of_names(&names);
    let users = forced::standing(&*host.store.read()?, names)?;
    host.steps.reached(Step::BeforeUser);
    host.os_users.expire(&users)?;
    host.steps.reached(Step::AfterUser);
    Ok(())
}

/// Makes the host's part of a subject as the store says.
pub fn subject(host: &Host, subject: &Subject) -> Result<()> {
    if let Subject::User(name) = subject {
        let users = turns::of_users(host, std::slice::from_ref(name))?;
        return users.names.into_iter().try_for_each(|name| one(host, &Subject::User(name)));
    }
    let _turn = turns::of(subject);
    one(host, subject)
}

/// The same for who has its turn.
fn one(host: &Host, subject: &Subject) -> Result<()> {
    if host.settings.hosts != Hosts::One
        && fleet::is_elsewhere(host, &*host.store.read()?, subject)?
    {
        return withdraw(host, subject);
    }
    match subject {
        Subject::User(name) => user(host, name),
        Subject::Zone(name) => zone(host, name),
        Subject::Site(name) => site(host, name),
        Subject::MailDomain(name) => mail::state::apply(host, name),
        Subject::Mailbox(address) => mail::state::apply_folder(host, address),
        Subject::Database(engine, name) => databases::apply::database(host, *engine, name),
        Subject::DatabaseUser(engine, name) => databases::apply::user(host, *engine, name),
        Subject::Address(ip) => addresses::apply::address(host, *ip),
        Subject::Tls(name) => tls::apply::site(host, name),
        Subject::Ftp(name) => ftp::apply::account(host, name),
        Subject::DnsServer => dns::program::apply(host),
    }
}

/// Takes the host's part of a subject away that is on another host by now. What holds data is left to
/// the removal of the account: a name is not given again before that is done.
fn withdraw(host: &Host, subject: &Subject) -> Result<()> {
    match subject {
        Subject::Zone(name) => host.dns.withdraw(name),
        Subject::Site(name) => host.web.withdraw(name),
        Subject::MailDomain(name) => host.mail.withdraw(name),
        Subject::Tls(name) => host.tls.withdraw(name),
        Subject::Ftp(name) => host.ftp.withdraw(name),
        Subject::DatabaseUser(engine, name) => host.databases.withdraw_user(*engine, name),
        Subject::Address(ip) => host.addresses.withdraw(*ip),
        Subject::User(_) | Subject::Mailbox(_) | Subject::Database(..) | Subject::DnsServer => {
            Ok(())
        }
    }
}

/// Finishes what the journal has open; gives the number of entries finished. An entry that cannot
/// be finished stays open, and its problem is given.
pub fn open_entries(host: &Host) -> Result<(usize, Vec<Error>)> {
    finish_all(host, vec![is("state", &JournalState::Open)])
}

/// Finishes the entries that were opened as long ago, as [`open_entries`] does: younger ones may belong
/// to calls that are still at work. One that says that it was opened as far ahead is of before the clock
/// was set back.
pub fn entries_apart(host: &Host, now: i64, seconds: i64) -> Result<(usize, Vec<Error>)> {
    let open = is("state", &JournalState::Open);
    let long_ago = Where::Below("opened", (now - seconds).into());
    let ahead = Where::Above("opened", (now + seconds).into());
    finish_all(host, vec![open, Where::Any(vec![long_ago, ahead])])
}

fn finish_all(host: &Host, filter: Vec<Where<'_>>) -> Result<(usize, Vec<Error>)> {
    let entries: Vec<JournalEntry> = host.store.read()?.matching(filter)?;
    let mut problems = Vec::new();
    let mut finished = 0;
    for entry in entries {
        match finish(host, &entry) {
            Ok(()) => finished += 1,
            Err(problem) => problems.push(problem),
        }
    }
    Ok((finished, problems))
}

fn finish(host: &Host, entry: &JournalEntry) -> Result<()> {
    let subjects: BTreeSet<Subject> =
        serde_json::from_str(&entry.subjects).map_err(Error::internal)?;
    self::subjects(host, &subjects)?;
    drop(usage::measure_new(host, &subjects));
    settling::close(host, entry)
}

/// Where host and store name different subjects; fails where a service cannot be asked. Nothing where
/// this process drives no host.
pub fn drift(host: &Host) -> Result<Vec<Subject>> {
    let each: Result<Vec<_>> = drift_of_each(host)?.into_iter().collect();
    Ok(each?.concat())
}

/// The same of each service by itself: one that cannot be asked hides nothing of the others.
pub fn drift_of_each(host: &Host) -> Result<Vec<Result<Vec<Subject>>>> {
    if host.settings.hosts == Hosts::Elsewhere {
        return Ok(Vec::new());
    }
    let tx = &*host.store.read()?;
    let users = names::<AccountRecord, _>(tx, |row| row.name)?;
    let zones = names::<ZoneRecord, _>(tx, |row| row.name)?;
    let sites = names::<DomainRecord, _>(tx, |row| row.name)?;
    let mut each = vec![
        host.os_users.list().map(|there| differing(users, there, Subject::User)),
        host.dns.list().map(|there| differing(zones, there, Subject::Zone)),
        host.web.list().map(|there| differing(sites, there, Subject::Site)),
        dns::program::drift(host, tx).map(Vec::from_iter),
        addresses::apply::drift(host, tx),
        databases::apply::drift(host, tx),
        tls::apply::drift(host, tx),
        ftp::apply::drift(host, tx),
        mail::state::drift(host, tx),
    ];
    fleet::retain_own(host, tx, each.iter_mut().flatten().collect())?;
    Ok(each)
}

/// The users of whom the host has only a part.
pub fn halves(host: &Host) -> Result<Vec<Subject>> {
    if host.settings.hosts == Hosts::Elsewhere {
        return Ok(Vec::new());
    }
    let mut halves = host.os_users.halves()?.into_iter().map(Subject::User).collect();
    fleet::retain_own(host, &*host.store.read()?, vec![&mut halves])?;
    Ok(halves)
}

/// Of what store and machine differ in, what nothing but an operator's word takes from the machine: all that
/// the store knows nothing of, where users or databases are among it, or may be because a service could not be
/// asked. Their removal would be open in the journal, so the store is an older one that was restored, or another
/// than this machine's; and what they hold is nowhere else.
pub fn strangers(
    host: &Host,
    differing: &BTreeSet<Subject>,
    all_asked: bool,
) -> Result<BTreeSet<Subject>> {
    let tx = host.store.read()?;
    let mut unknown = BTreeSet::new();
    for subject in differing {
        if !fleet::is_known(&*tx, subject)? && !change::is_open(&*tx, subject)? {
            unknown.insert(subject.clone());
        }
    }
    let holds_data =
        |subject: &Subject| matches!(subject, Subject::User(_) | Subject::Database(..));
    Ok(if all_asked && !unknown.iter().any(holds_data) { BTreeSet::new() } else { unknown })
}

/// Every subject that the store has, and those that only the host has.
pub fn everything(host: &Host) -> Result<BTreeSet<Subject>> {
    let mut all: BTreeSet<Subject> = drift(host)?.into_iter().chain(halves(host)?).collect();
    let tx = host.store.read()?;
    all.extend(names(&*tx, |row: AccountRecord| Subject::User(row.name))?);
    all.extend(names(&*tx, |row: AccountRecord| Subject::Ftp(row.name))?);
    all.extend(names(&*tx, |row: ZoneRecord| Subject::Zone(row.name))?);
    all.extend(names(&*tx, |row: DomainRecord| Subject::Site(row.name))?);
    all.extend(names(&*tx, |row: DomainRecord| Subject::Tls(row.name))?);
    all.extend(names(&*tx, |row: MailDomainRecord| Subject::MailDomain(row.domain))?);
    all.extend(names(&*tx, |row: MailboxRecord| Subject::Mailbox(row.address))?);
    all.extend(names(&*tx, |row: DatabaseRecord| Subject::Database(row.engine, row.name))?);
    all.extend(names(&*tx, |row: DatabaseUser| Subject::DatabaseUser(row.engine, row.name))?);
    all.extend(addresses::all_on_interfaces(host, &*tx)?.into_iter().map(Subject::Address));
    all.insert(Subject::DnsServer);
    let mut all = all.into_iter().collect();
    fleet::retain_own(host, &*tx, vec![&mut all])?;
    Ok(all.into_iter().collect())
}

/// The subjects that only one of store and host has.
pub(crate) fn differing<N: Ord + Clone>(
    in_store: BTreeSet<N>,
    on_host: impl IntoIterator<Item = N>,
    subject: fn(N) -> Subject,
) -> Vec<Subject> {
    let on_host: BTreeSet<N> = on_host.into_iter().collect();
    in_store.symmetric_difference(&on_host).cloned().map(subject).collect()
}

/// What the rows of a table are called.
pub(crate) fn names<T: Record, N: Ord>(tx: &dyn Tx, name: fn(T) -> N) -> Result<BTreeSet<N>> {
    let mut names = BTreeSet::new();
    tx.each(&api::records::Select::default(), &mut |row| {
        names.insert(name(row));
        Ok(std::ops::ControlFlow::Continue(()))
    })?;
    Ok(names)
}

fn user(host: &Host, name: &UserName) -> Result<()> {
    host.steps.reached(Step::BeforeUser);
    let tx = host.store.read()?;
    let record: Option<AccountRecord> = tx.find(&[name.into()])?;
    let login: Option<Login> = tx.find(&[name.into()])?;
    let expired = forced::is_pending(&*tx, LoginKind::Account, name)?;
    drop(tx);
    match (record, login) {
        (Some(record), Some(login)) => {
            let renamed = record.formerly.is_some();
            let os_login = os_login(&record, login, expired);
            host.os_users.apply(&Account::for_reconciler(record), &os_login)?;
            if renamed {
                forget_former_name(host, name)?;
            }
        }
        _ => host.os_users.withdraw(name)?,
    }
    host.steps.reached(Step::AfterUser);
    Ok(())
}

fn os_login(record: &AccountRecord, login: Login, expired: bool) -> OsLogin {
    let locked = record.suspended.0 || login.locked.0;
    OsLogin { password: login.password, locked, expired }
}

/// Many users: read together and applied together, but for those who come or go by another name.
fn all_users(host: &Host, names: &[UserName]) -> Result<()> {
    let turns::Users { names, .. } = &turns::of_users(host, names)?;
    let tx = host.store.read()?;
    let records: Vec<AccountRecord> = tx.among("name", names)?;
    let logins: Vec<Login> = tx.among("name", names)?;
    let expired = forced::among(&*tx, names)?;
    drop(tx);
    let mut logins: BTreeMap<UserName, Login> =
        logins.into_iter().map(|login| (login.name.clone(), login)).collect();
    let mut alone: BTreeSet<UserName> = names.iter().cloned().collect();
    let mut together = Vec::new();
    let is_here = |record: &AccountRecord| match &host.settings.hosts {
        Hosts::This(this) => record.host.as_ref() == Some(this),
        _ => true,
    };
    for record in records.into_iter().filter(|row| row.formerly.is_none() && is_here(row)) {
        let Some(login) = logins.remove(&record.name) else { continue };
        alone.remove(&record.name);
        let login = os_login(&record, login, expired.contains(&record.name));
        together.push((Account::for_reconciler(record), login));
    }
    host.steps.reached(Step::BeforeUser);
    host.os_users.apply_all(&together)?;
    host.steps.reached(Step::AfterUser);
    alone.into_iter().try_for_each(|name| one(host, &Subject::User(name)))
}

fn forget_former_name(host: &Host, name: &UserName) -> Result<()> {
    settling::before_forgetting(host)?;
    let tx = host.store.write()?;
    tx.update::<AccountRecord>(&[("formerly", api::records::Cell::Null)], &[is("name", name)])?;
    tx.commit()
}

/// Makes the host's part of a zone as an edit left it: the edited part where the host has what was
/// edited, else the whole zone as the store says.
pub fn zone_part(host: &Host, part: &ZonePart) -> Result<()> {
    let subject = Subject::Zone(part.start.name.clone());
    let _turn = turns::of(&subject);
    host.steps.reached(Step::BeforeZone);
    if host.dns.edit(part)? {
        host.steps.reached(Step::AfterZone);
        return Ok(());
    }
    whole_zone(host, &part.start.name)
}

fn zone(host: &Host, name: &DomainName) -> Result<()> {
    host.steps.reached(Step::BeforeZone);
    whole_zone(host, name)
}

fn whole_zone(host: &Host, name: &DomainName) -> Result<()> {
    let zone = zones::find(&*host.store.read()?, name)?;
    match zone {
        Some(zone) => host.dns.apply(&dns::keys::open_all(host, zone)?)?,
        None => host.dns.withdraw(name)?,
    }
    host.steps.reached(Step::AfterZone);
    Ok(())
}

fn site(host: &Host, name: &DomainName) -> Result<()> {
    host.steps.reached(Step::BeforeSite);
    let tx = host.store.read()?;
    let domain: Option<DomainRecord> = tx.find(&[name.into()])?;
    let account: Option<AccountRecord> = match &domain {
        Some(domain) => tx.find(&[(&domain.account).into()])?,
        None => None,
    };
    let redirects: Vec<Redirect> = tx.matching(vec![is("domain", name)])?;
    drop(tx);
    match (domain, account) {
        (Some(domain), Some(account)) => host.web.apply(&Site {
            domain: domain.name,
            account: domain.account,
            document_root: domain.document_root,
            suspended: account.suspended.0,
            redirects,
        })?,
        _ => host.web.withdraw(name)?,
    }
    host.steps.reached(Step::AfterSite);
    Ok(())
}
