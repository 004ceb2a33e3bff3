//! `innkeeper seed`: a large and lifelike set of accounts, the same each time, with the rows that
//! `createacct` would have written and the machine's part of each. A batch is there whole or not.

mod batch;
mod people;

use std::{io::Write, path::Path, sync::Arc};

use adapters::embedded::Machine;
use api::{
    Error, Host, Kind, Result, Secret,
    function::Hosts,
    records::{AccountRecord, Cell, DomainRecord, Login, Where, ZoneRecord},
};
use clap::Args;
use functions::domain::{change::settling, usage};

use super::{Place, Problem};
use crate::run::{files, host, process};

/// How many accounts are written in one transaction.
const AT_A_TIME: u32 = 2_000;
/// How many names are looked for at a time.
const NAMES_AT_A_TIME: usize = 500;
/// The letters of the password that all of them have.
const LETTERS: usize = 24;

/// What to make.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// How many accounts; every 500th is a reseller who owns others. All of them have the password
    /// in DIR/seed.password
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=400_000))]
    accounts: u32,
    #[command(flatten)]
    place: Place,
}

/// Makes them.
pub(super) fn run(options: &Options) -> Result<(), Problem> {
    let config = options.place.configuration()?;
    if config.settings.hosts != Hosts::One {
        let said = "Made-up accounts are for a sandbox; the store is to have many hosts.";
        return Err(Problem(said.to_owned()));
    }
    files::private_folder(&config.data)?;
    // A server that runs would wait for each batch.
    let _lock = process::lock(&config.data)?;
    let opened = host::open(&config, config.settings.clone())?;
    let Some(machine) = opened.machine.own() else {
        return Err(Problem(
            "Made-up accounts are for a sandbox; this is a real machine.".to_owned(),
        ));
    };
    let host = &opened.host;
    check_free(host, options.accounts)?;
    let password = password(host, &config.data.join("seed.password"))?;
    fill(host, machine, options.accounts, &password, &mut |made| {
        let told = writeln!(std::io::stderr(), "{made} of {} accounts", options.accounts);
        told.map_err(Error::internal)
    })?;
    Ok(())
}

/// Writes all of them, batch by batch.
fn fill(
    host: &Arc<Host>,
    machine: &Machine,
    accounts: u32,
    password: &Secret,
    told: &mut dyn FnMut(u32) -> Result<()>,
) -> Result<()> {
    let hash = host.passwords.hash(password)?;
    batch::packages(host)?;
    let mut first = 0;
    while first < accounts {
        let end = first.saturating_add(AT_A_TIME).min(accounts);
        batch::write(host, machine, first..end, &hash)?;
        told(end)?;
        first = end;
    }
    measure(host)?;
    settling::settle(host)
}

/// Measures the homes, as `createacct` does. What cannot be measured the server tries again.
fn measure(host: &Host) -> Result<()> {
    let mut last = None;
    loop {
        last = usage::measure_after(host, last.as_ref(), AT_A_TIME.into())?.last;
        if last.is_none() {
            return Ok(());
        }
    }
}

/// Refuses where any of their names or domains is there already.
fn check_free(host: &Host, accounts: u32) -> Result<()> {
    let numbers: Vec<u32> = (0..accounts).collect();
    let tx = host.store.read()?;
    for some in numbers.chunks(NAMES_AT_A_TIME) {
        let names: Vec<String> = some.iter().map(|number| people::name(*number)).collect();
        let domains: Vec<String> = some.iter().map(|number| people::domain(*number)).collect();
        let among = |column: &'static str, texts: &[String]| {
            let cells = texts.iter().map(|text| Cell::Text(text.clone().into()));
            vec![Where::In(column, cells.collect())]
        };
        let (by_name, by_domain) = (among("name", &names), among("name", &domains));
        let taken = [
            tx.first::<AccountRecord>(by_name.clone())?.map(|row| row.name.to_string()),
            tx.first::<Login>(by_name)?.map(|row| row.name.to_string()),
            tx.first::<DomainRecord>(by_domain.clone())?.map(|row| row.name.to_string()),
            tx.first::<ZoneRecord>(by_domain)?.map(|row| row.name.to_string()),
        ];
        if let Some(name) = taken.into_iter().flatten().next() {
            let message = format!("The store has “{name}” already; seed a store without it.");
            return Err(Error::new(Kind::Exists, message));
        }
    }
    Ok(())
}

/// The password that all of them have: the file's, or a new one.
fn password(host: &Host, path: &Path) -> Result<Secret> {
    let kept = files::read_private(path)?.map(|text| text.trim().to_owned());
    if let Some(kept) = kept.filter(|text| !text.is_empty()) {
        return Ok(Secret::new(kept));
    }
    let text = host.random_text(LETTERS)?;
    files::write_private(path, format!("{text}\n").as_bytes())?;
    Ok(Secret::new(text))
}

#[cfg(test)]
pub(super) mod tests {
    use std::{cell::RefCell, collections::BTreeSet};

    use api::{
        Cx, Form,
        records::{
            AccountCount, DomainAbove, JournalEntry, PackageRecord, Record, ResellerRecord, Tx,
            ZoneLine, is,
        },
    };
    use functions::domain::apply;

    use super::*;

    pub(in crate::cli) fn fill(host: &Arc<Host>, machine: &Machine, accounts: u32) {
        let password = Secret::new("quarry lamp vivid".to_owned());
        super::fill(host, machine, accounts, &password, &mut |_| Ok(())).unwrap();
    }

    #[test]
    fn accounts_are_there_in_the_store_and_on_the_machine() {
        let (host, machine, _clock) = adapters::embedded::testing::host();
        fill(&host, &machine, 60);
        let tx = host.store.read().unwrap();
        let accounts: Vec<AccountRecord> = tx.matching(Vec::new()).unwrap();
        assert_eq!(accounts.len(), 60);
        assert_eq!(tx.count::<JournalEntry>(&[]).unwrap(), 0);
        assert!(tx.count::<ResellerRecord>(&[]).unwrap() > 0);
        let uids: BTreeSet<u32> = accounts.iter().map(|account| account.uid).collect();
        assert_eq!(uids.len(), 60);
        assert!(accounts.iter().any(|account| account.suspended.0));
        assert!(accounts.iter().any(|account| !account.owner.is_root()));
        for account in &accounts {
            assert!(tx.find::<PackageRecord>(&[(&account.package).into()]).unwrap().is_some());
        }
        let account = &accounts[7];
        let zone = machine.find_zone(account.domain.as_str()).unwrap().unwrap();
        assert!(zone.lines.len() > 5);
        let site = machine.site(account.domain.as_str()).unwrap().unwrap();
        assert_eq!((&site.account, site.suspended), (&account.name, account.suspended.0));
        let known = api::Account::for_reconciler(account.clone());
        assert!(host.os_users.usage(&known).unwrap().inodes > 0);
        assert_eq!(apply::drift(&host).unwrap(), []);
    }

    #[test]
    fn what_the_machine_has_is_what_applying_would_give() {
        let (host, machine, _clock) = adapters::embedded::testing::host();
        fill(&host, &machine, 30);
        let accounts: Vec<AccountRecord> = host.store.read().unwrap().matching(Vec::new()).unwrap();
        for account in accounts {
            let domain = account.domain.as_str();
            let read = || {
                let zone = machine.find_zone(domain).unwrap().unwrap();
                (machine.login(&account.name).unwrap(), machine.site(domain).unwrap(), zone)
            };
            let before = read();
            apply::subject(&host, &api::records::Subject::User(account.name.clone())).unwrap();
            apply::subject(&host, &api::records::Subject::Site(account.domain.clone())).unwrap();
            apply::subject(&host, &api::records::Subject::Zone(account.domain.clone())).unwrap();
            assert_eq!(read(), before);
        }
    }

    /// Makes an account as a caller would.
    fn create(host: &Arc<Host>, form: &[(&str, &str)]) {
        let pairs = form.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
        let form: Form = pairs.collect();
        let caller = batch::root();
        let notes = RefCell::default();
        let cx = Cx { caller: &caller, host, relay: &batch::Nobody, function: "createacct", notes };
        (functions::find("createacct").unwrap().call)(&cx, &form).unwrap();
    }

    /// What each of two accounts has of its own.
    const OWN: [&str; 7] = ["uid", "gid", "created", "modified", "changed", "serial", "password"];

    /// The rows of a table that are an account's, column by column; of what each account has of its
    /// own, the kind alone.
    fn rows<T: Record>(
        tx: &dyn Tx,
        account: &AccountRecord,
        column: &'static str,
    ) -> Vec<Vec<(&'static str, String)>> {
        let (name, domain) = (account.name.as_str(), account.domain.as_str());
        let key = if matches!(column, "zone" | "domain") { domain } else { name };
        let told = |(column, cell): (&'static str, Cell<'_>)| {
            let text = match cell {
                Cell::Null => "null".to_owned(),
                Cell::Int(_) if OWN.contains(&column) => "a number".to_owned(),
                Cell::Text(_) if OWN.contains(&column) => "a text".to_owned(),
                Cell::Int(number) => number.to_string(),
                Cell::Text(text) => text.replace(domain, "DOMAIN").replace(name, "NAME"),
            };
            (column, text)
        };
        let found: Vec<T> = tx.matching(vec![is(column, key)]).unwrap();
        let columns = |row: &T| T::COLUMNS.iter().copied().zip(row.cells()).map(told).collect();
        found.iter().map(columns).collect()
    }

    #[test]
    fn an_account_has_the_rows_that_createacct_would_have_written() {
        let (host, machine, _clock) = adapters::embedded::testing::host();
        fill(&host, &machine, 30);
        let accounts: Vec<AccountRecord> = host.store.read().unwrap().matching(Vec::new()).unwrap();
        let usual = |account: &&AccountRecord| account.owner.is_root() && !account.suspended.0;
        let seeded = accounts.iter().find(usual).unwrap();
        let form = [
            ("username", "created"),
            ("domain", "created-here-1.test"),
            ("plan", seeded.package.as_str()),
            ("contactemail", "owner@created-here-1.test"),
        ];
        create(&host, &form);
        let tx = host.store.read().unwrap();
        let created: AccountRecord = tx.find(&["created".into()]).unwrap().unwrap();
        let all = |account: &AccountRecord| {
            [
                rows::<AccountRecord>(&*tx, account, "name"),
                rows::<Login>(&*tx, account, "name"),
                rows::<DomainRecord>(&*tx, account, "account"),
                rows::<DomainAbove>(&*tx, account, "domain"),
                rows::<ZoneRecord>(&*tx, account, "account"),
                rows::<ZoneLine>(&*tx, account, "zone"),
                rows::<AccountCount>(&*tx, account, "owner"),
            ]
        };
        assert_eq!(all(seeded), all(&created));
        assert!(all(seeded)[5].len() > 5);
    }

    #[test]
    fn names_that_are_taken_are_refused_before_anything_is_written() {
        let (host, machine, _clock) = adapters::embedded::testing::host();
        fill(&host, &machine, 3);
        let problem = check_free(&host, 5).unwrap_err();
        assert_eq!(problem.kind(), Kind::Exists);
        let (other, _machine, _clock) = adapters::embedded::testing::host();
        check_free(&other, 5).unwrap();
    }

    #[test]
    fn the_password_is_made_once() {
        let folder = tempfile::tempdir().unwrap();
        let (host, _machine, _clock) = adapters::embedded::testing::host();
        let path = folder.path().join("seed.password");
        let first = password(&host, &path).unwrap();
        assert_eq!(password(&host, &path).unwrap().reveal(), first.reveal());
    }
}
