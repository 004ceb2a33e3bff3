//! `innkeeper check`: whether store and machine name the same subjects, and whether the rows of
//! the store fit one another; with `--host`, whether all of a real machine is as the store says. It
//! only reads, so that the server may run meanwhile.

mod left;
pub(super) mod machine;
mod rows;

use std::{collections::BTreeSet, io::Write, path::PathBuf};

use api::{
    Host, Result,
    function::Hosts,
    records::{JournalEntry, Soundness, Subject},
};
use clap::Args;
use functions::domain::{apply, sealed};

use super::{Place, Problem, backup, say};
use crate::{
    config::Config,
    run::{
        host::{self, Compared},
        process,
    },
};

/// What is checked.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// Look at all of a real machine: each user, home, file and record, what is nobody's, and what the
    /// services say of their configuration
    #[arg(long)]
    host: bool,
    /// Look at a file that `innkeeper backup` wrote instead: restore it aside, and compare what comes back
    #[arg(long, value_name = "FILE", conflicts_with = "host")]
    backup: Option<PathBuf>,
    #[command(flatten)]
    place: Place,
}

/// How long a change that a running server makes may be open, in seconds.
const AT_WORK: i64 = 60;

/// Prints a line for each thing that is not as it should be; gives whether there is none.
pub(super) fn run(options: &Options, out: &mut dyn Write) -> Result<bool, Problem> {
    if let Some(file) = &options.backup {
        let violations = backup::check(file, &options.place.configuration()?)?;
        return print(&violations, out);
    }
    let config = options.place.configuration_of_server()?;
    if !config.data.is_dir() {
        let data = config.data.display();
        return Err(Problem(format!("There is no data folder {data}; name it with --data DIR.")));
    }
    // Held where no server runs, so that none starts meanwhile.
    let lock = process::lock(&config.data).ok();
    // Where a store is shared, servers and workers elsewhere go on.
    let alone = lock.is_some() && config.settings.hosts == Hosts::One;
    let violations = if options.host {
        of_machine(&config, alone)?
    } else {
        let opened = host::open(&config, config.settings.clone())?;
        let mut lines = check(&opened.host, alone)?.lines;
        lines.extend(halves(&opened.host, alone)?);
        lines
    };
    print(&violations, out)
}

/// Prints them; gives whether there is none.
fn print(violations: &[String], out: &mut dyn Write) -> Result<bool, Problem> {
    for violation in violations {
        // Some quote programs that say more than a line.
        writeln!(out, "{}", violation.trim().replace('\n', "; "))?;
    }
    Ok(violations.is_empty())
}

/// The same of a real machine in full.
fn of_machine(config: &Config, alone: bool) -> Result<Vec<String>, Problem> {
    if config.settings.hosts == Hosts::Elsewhere {
        return Err(Problem("This server drives no machine: check on each host.".to_owned()));
    }
    let compared = compared(config)?;
    let Found { mut lines, drift } = check(&compared.host, alone)?;
    lines.extend(machine::check(&compared, alone, &drift)?);
    Ok(lines)
}

/// A real machine, to be compared.
pub(super) fn compared(config: &Config) -> Result<Compared, Problem> {
    let Some(driven) = &config.driven else {
        return Err(Problem(
            "There is no machine to look at: this is a sandbox, which is looked at in full without \
             --host."
                .to_owned(),
        ));
    };
    Ok(host::open_to_compare(config, config.settings.clone(), driven)?)
}

/// What was found.
struct Found {
    /// A line for each thing that is not as it should be.
    lines: Vec<String>,
    /// The subjects among them that only one of store and machine has.
    drift: BTreeSet<Subject>,
}

/// What is not as it should be. Beside a running server, what it is about to do is left out.
fn check(host: &Host, alone: bool) -> Result<Found> {
    let mut lines = of_store(host)?;
    lines.extend(journal(host, alone)?);
    let (mut drift, silent) = drift(host)?;
    if !alone && !drift.is_empty() {
        let (again, _) = self::drift(host)?;
        drift.retain(|subject| again.contains(subject));
    }
    lines.extend(silent);
    lines.extend(drift.iter().map(differing));
    Ok(Found { lines, drift })
}

/// What is wrong with a store: what its engine finds, rows that do not fit one another, and keys that the
/// vault does not open. What the engine could not look at is said on the standard error.
pub(super) fn of_store(host: &Host) -> Result<Vec<String>> {
    let Soundness { faults, unseen } = host.store.soundness()?;
    for said in unseen {
        say(&format!("store: {said}"));
    }
    let mut lines: Vec<String> = faults.iter().map(|fault| format!("store: {fault}")).collect();
    let tx = host.store.read()?;
    rows::check(&*tx, &mut lines)?;
    left::check(&*tx, &mut lines)?;
    drop(tx);
    lines.extend(sealed::unopened(host)?);
    Ok(lines)
}

/// Where store and machine name different subjects, and which services could not be asked.
fn drift(host: &Host) -> Result<(BTreeSet<Subject>, Vec<String>)> {
    let (mut drift, mut silent) = (BTreeSet::new(), Vec::new());
    for found in apply::drift_of_each(host)? {
        match found {
            Ok(subjects) => drift.extend(subjects),
            Err(problem) => silent.push(format!("machine: {}", Problem::from(problem))),
        }
    }
    Ok((drift, silent))
}

/// The users of whom the machine has only a part. The look at all of a machine tells which.
fn halves(host: &Host, alone: bool) -> Result<Vec<String>> {
    let mut halves = apply::halves(host)?;
    if !alone && !halves.is_empty() {
        let again = apply::halves(host)?;
        halves.retain(|subject| again.contains(subject));
    }
    Ok(halves.iter().map(half).collect())
}

fn journal(host: &Host, alone: bool) -> Result<Vec<String>> {
    let entries: Vec<JournalEntry> = host.store.read()?.matching(Vec::new())?;
    let now = host.clock.now().0;
    let stuck = entries.iter().filter(|entry| alone || entry.opened.0 + AT_WORK < now);
    Ok(stuck
        .map(|entry| format!("journal: the change {} by {} is open", entry.id, entry.function))
        .collect())
}

/// Says that only one of store and machine has a subject.
pub(super) fn differing(subject: &Subject) -> String {
    format!("{}: only one of store and machine has it", described(subject))
}

/// Says that the machine has only a part of a subject.
pub(super) fn half(subject: &Subject) -> String {
    format!("{}: the machine has only a part of it", described(subject))
}

/// A subject as people read it.
pub(super) fn described(subject: &Subject) -> String {
    let address;
    let (kind, name) = match subject {
        Subject::User(name) => ("user", name.as_str()),
        Subject::Zone(name) => ("zone", name.as_str()),
        Subject::Site(name) => ("site", name.as_str()),
        Subject::Tls(name) => ("TLS of the site", name.as_str()),
        Subject::MailDomain(name) => ("mail of", name.as_str()),
        Subject::Mailbox(address) => ("mailbox", address.as_str()),
        Subject::Database(_, name) => ("database", name.as_str()),
        Subject::DatabaseUser(_, name) => ("database user", name.as_str()),
        Subject::Ftp(name) => ("FTP logins of", name.as_str()),
        Subject::Address(ip) => {
            address = ip.to_string();
            ("address", address.as_str())
        }
        Subject::DnsServer => {
            return "DNS server: it serves on only one of store and machine".to_owned();
        }
    };
    format!("{kind} {name}")
}

#[cfg(test)]
mod tests {
    use api::{
        UnixTime,
        records::{JournalState, ZoneRecord},
    };

    use super::*;

    #[test]
    fn an_empty_host_is_as_it_should_be() {
        let (host, _machine, _clock) = adapters::embedded::testing::host();
        assert_eq!(check(&host, true).unwrap().lines, Vec::<String>::new());
    }

    #[test]
    fn a_seeded_host_is_as_it_should_be() {
        let (host, machine, _clock) = adapters::embedded::testing::host();
        crate::cli::seed::tests::fill(&host, &machine, 40);
        assert_eq!(check(&host, true).unwrap().lines, Vec::<String>::new());
    }

    #[test]
    fn what_the_machine_lacks_and_what_is_open_is_told() {
        let (host, _machine, _clock) = adapters::embedded::testing::host();
        let tx = host.store.write().unwrap();
        let zone = ZoneRecord {
            name: "a.test".parse().unwrap(),
            account: None,
            serial: 1,
            primary: "ns1.test".to_owned(),
            contact: "h.test".to_owned(),
            refresh: 1,
            retry: 1,
            expire: 1,
            minimum: 1,
            ttl: 1,
        };
        tx.insert(&zone).unwrap();
        let entry = JournalEntry {
            id: "x".to_owned(),
            function: "adddns".to_owned(),
            state: JournalState::Open,
            opened: UnixTime(host.clock.now().0 - 1),
            subjects: "[]".to_owned(),
        };
        tx.insert(&entry).unwrap();
        tx.commit().unwrap();
        let alone = check(&host, true).unwrap().lines;
        assert_eq!(
            alone,
            [
                "journal: the change x by adddns is open",
                "zone a.test: only one of store and machine has it",
            ]
        );
        assert_eq!(check(&host, false).unwrap().lines.len(), 1);
    }
}
