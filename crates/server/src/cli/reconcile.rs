//! `innkeeper reconcile`: where store and machine differ, and making the machine as the store says.
//! Beside a running server the work is handed to it by an entry of the journal, which it finishes as
//! any other that a call left behind; so two processes never apply the same subject at once.

use std::{
    collections::BTreeSet,
    io::Write,
    thread::sleep,
    time::{Duration, Instant},
};

use api::{
    Host, Result, UnixTime,
    function::Hosts,
    records::{JournalEntry, JournalState, Notice, Subject, is},
};
use clap::Args;
use functions::domain::apply;

use super::{
    Place, Problem,
    check::{self, described},
};
use crate::run::{
    host::{self, Compared},
    process,
};

/// What is to be done.
#[derive(Debug, Args)]
#[group(id = "way", required = true, multiple = false)]
struct Way {
    /// Print a line for each subject that only one of store and machine has, or the machine has a part
    /// of; change nothing
    #[arg(long)]
    check: bool,
    /// Make the machine so wherever they differ
    #[arg(long)]
    fix: bool,
    /// Apply everything that the store has, whether they seem to differ or not
    #[arg(long)]
    all: bool,
}

/// What is to be done, and where.
#[derive(Debug, Args)]
pub(super) struct Options {
    #[command(flatten)]
    way: Way,
    /// Look at all of a real machine, as `innkeeper check --host` does: what differs in anything is made
    /// so too
    #[arg(long, conflicts_with = "all")]
    host: bool,
    /// Also remove what the store knows nothing of where users or databases are among it, with all that they hold
    #[arg(long, conflicts_with = "check")]
    remove: bool,
    #[command(flatten)]
    place: Place,
}

/// How old the entry for a running server says that it is, in seconds, so that it is taken at once.
const ABANDONED: i64 = 3_600;
/// How long a running server may take, and how often it is looked at.
const PATIENCE: Duration = Duration::from_mins(15);
const LOOK_EVERY: Duration = Duration::from_millis(250);
/// How many subjects one entry of the journal names.
const AT_A_TIME: usize = 500;

/// Does it; gives whether store and machine are now known to agree.
pub(super) fn run(options: &Options, out: &mut dyn Write) -> Result<bool, Problem> {
    let config = options.place.configuration_of_server()?;
    if config.settings.hosts == Hosts::Elsewhere {
        let said = "This server drives no machine: reconcile on each host, in its data folder.";
        return Err(Problem(said.to_owned()));
    }
    if !config.data.is_dir() {
        let data = config.data.display();
        return Err(Problem(format!("There is no data folder {data}; name it with --data DIR.")));
    }
    // Held where no server runs, so that none starts meanwhile.
    let alone = process::lock(&config.data).ok();
    let opened = host::open(&config, config.settings.clone())?;
    let host = &*opened.host;
    let mut subjects = if options.way.all {
        apply::everything(host)?
    } else {
        let mut found = differing(host)?;
        if options.host {
            found.add_all_of(&check::compared(&config)?)?;
        }
        for line in &found.lines {
            writeln!(out, "{}", line.trim().replace('\n', "; "))?;
        }
        found.subjects
    };
    if options.way.check {
        return Ok(subjects.is_empty());
    }
    let strangers =
        if options.remove { BTreeSet::new() } else { apply::strangers(host, &subjects, true)? };
    for stranger in &strangers {
        subjects.remove(stranger);
        let said = "the store knows nothing of it; it is left with what it holds, unless --remove is given";
        writeln!(out, "{}: {said}", described(stranger))?;
    }
    let left = if alone.is_some() {
        apply_here(host, &subjects, out)?
    } else {
        hand_over(host, &subjects)?
    };
    writeln!(
        out,
        "{} of {} subjects are as the store says",
        subjects.len() - left,
        subjects.len()
    )?;
    Ok(left == 0 && strangers.is_empty())
}

/// What differs.
#[derive(Default)]
struct Differing {
    subjects: BTreeSet<Subject>,
    /// How each does.
    lines: Vec<String>,
}

/// What only one of store and machine has, and of what the machine has a part.
fn differing(host: &Host) -> Result<Differing> {
    let mut found = Differing::default();
    let drift = apply::drift(host)?.into_iter().map(|one| (check::differing(&one), one));
    let halves = apply::halves(host)?.into_iter().map(|one| (check::half(&one), one));
    for (line, subject) in drift.chain(halves) {
        if found.subjects.insert(subject) {
            found.lines.push(line);
        }
    }
    Ok(found)
}

impl Differing {
    /// Adds what differs in anything else.
    fn add_all_of(&mut self, compared: &Compared) -> Result<()> {
        let (lines, subjects) = check::machine::differing(compared, &self.subjects)?;
        self.lines.extend(lines);
        self.subjects.extend(subjects);
        Ok(())
    }
}

/// Applies each; gives how many could not be.
fn apply_here(
    host: &Host,
    subjects: &BTreeSet<Subject>,
    out: &mut dyn Write,
) -> Result<usize, Problem> {
    let mut left = 0;
    for subject in subjects {
        if let Err(problem) = apply::subject(host, subject) {
            left += 1;
            writeln!(out, "{}: {}", described(subject), Problem::from(problem))?;
        }
    }
    Ok(left)
}

/// Has the running server apply them; gives how many it has not by the end of the patience.
fn hand_over(host: &Host, subjects: &BTreeSet<Subject>) -> Result<usize> {
    let all: Vec<&Subject> = subjects.iter().collect();
    let mut open = Vec::new();
    let tx = host.store.write()?;
    for some in all.chunks(AT_A_TIME) {
        let entry = JournalEntry {
            id: host.random_text(20)?,
            function: "reconcile".to_owned(),
            state: JournalState::Open,
            opened: UnixTime(host.clock.now().0 - ABANDONED),
            subjects: serde_json::to_string(some).map_err(api::Error::internal)?,
        };
        tx.insert(&entry)?;
        if let Hosts::This(name) = &host.settings.hosts {
            tx.update::<JournalEntry>(&[("host", name.into())], &[is("id", &entry.id)])?;
            tx.announce(&Notice::Work(name.clone()))?;
        }
        open.push((entry.id, some.len()));
    }
    tx.commit()?;
    let begun = Instant::now();
    while !open.is_empty() && begun.elapsed() < PATIENCE {
        sleep(LOOK_EVERY);
        let tx = host.store.read()?;
        let mut still = Vec::new();
        for (id, number) in open {
            if tx.find::<JournalEntry>(&[id.as_str().into()])?.is_some() {
                still.push((id, number));
            }
        }
        open = still;
    }
    Ok(open.iter().map(|(_, number)| number).sum())
}

#[cfg(test)]
mod tests {
    use api::records::AccountRecord;

    use super::*;

    #[test]
    fn what_the_machine_lost_is_told_and_mended() {
        let (host, machine, _clock) = adapters::embedded::testing::host();
        crate::cli::seed::tests::fill(&host, &machine, 30);
        assert!(differing(&host).unwrap().subjects.is_empty());
        let account: AccountRecord = host.store.read().unwrap().first(Vec::new()).unwrap().unwrap();
        host.dns.withdraw(&account.domain).unwrap();
        let lost = differing(&host).unwrap().subjects;
        assert_eq!(lost.iter().collect::<Vec<_>>(), [&Subject::Zone(account.domain)]);
        assert_eq!(apply_here(&host, &lost, &mut Vec::new()).unwrap(), 0);
        assert!(differing(&host).unwrap().subjects.is_empty());
        let all = apply::everything(&host).unwrap();
        assert!(all.len() >= 30 * 4, "{}", all.len());
        assert_eq!(apply_here(&host, &all, &mut Vec::new()).unwrap(), 0);
    }
}
