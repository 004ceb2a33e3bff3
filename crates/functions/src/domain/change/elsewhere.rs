//! A change whose machines are driven by others: its rows are committed with an entry of the journal for
//! each host that it touches, these are announced, and what becomes of them is waited for.

use std::{collections::BTreeSet, time::Duration};

use api::{
    Error, Host, HostName, Kind, Result,
    function::Step,
    records::{Ear, HostEntry, JournalState, Notice, Subject, Tx},
};

use super::{OnFailure, undo::Undo, unfinished};
use crate::domain::fleet;

/// How often an entry is looked at of which nothing is heard, and how many times at the most.
const LOOK_EVERY: Duration = Duration::from_secs(1);
const LOOKS: u32 = 25;

/// A host's part of a change.
struct Part {
    entry: HostEntry,
    ear: Box<dyn Ear>,
}

/// What became of a part.
enum Outcome {
    /// The host has done it.
    Done,
    /// The host cannot do it.
    Refused(Error),
    /// The host has not said, and will do it later.
    Waits(Error),
}

/// Commits it, and waits for the hosts. A host that is there and cannot do its part has the change taken
/// back, if it may be; one that is not there, or says nothing, may have begun, and goes forward.
pub(super) fn commit(
    host: &Host,
    function: &str,
    tx: Box<dyn Tx>,
    subjects: &BTreeSet<Subject>,
    (undo, on_failure): (Vec<Undo>, OnFailure),
) -> Result<()> {
    let parts = write(host, function, &*tx, subjects)?;
    host.steps.reached(Step::Written);
    match tx.commit() {
        // The answer may have been lost and not the change.
        Err(problem) if problem.kind() == Kind::Unavailable && are_written(host, &parts) => {}
        committed => committed?,
    }
    host.steps.reached(Step::Committed);
    let mut waits = None;
    for part in &parts {
        match outcome(host, part) {
            Outcome::Done => {}
            Outcome::Refused(problem) if on_failure == OnFailure::Undo => {
                return Err(take_back(host, (undo, subjects), &parts, problem)?);
            }
            Outcome::Refused(problem) | Outcome::Waits(problem) => {
                waits.get_or_insert(problem);
            }
        }
    }
    host.steps.reached(Step::Closed);
    waits.map_or(Ok(()), |problem| Err(unfinished(problem)))
}

/// Writes an entry for each host, and announces it.
fn write(
    host: &Host,
    function: &str,
    tx: &dyn Tx,
    subjects: &BTreeSet<Subject>,
) -> Result<Vec<Part>> {
    let parts = fleet::parted(host, tx, subjects)?;
    let parts = parts.into_iter().map(|(name, subjects)| {
        let subjects = serde_json::to_string(&subjects).map_err(Error::internal)?;
        post(host, function, tx, (name, subjects))
    });
    parts.collect()
}

/// Writes a host's entry, announces it, and begins to listen for its outcome.
fn post(
    host: &Host,
    function: &str,
    tx: &dyn Tx,
    (name, subjects): (HostName, String),
) -> Result<Part> {
    let entry = HostEntry {
        id: host.random_text(26)?,
        function: function.to_owned(),
        state: JournalState::Open,
        opened: host.clock.now(),
        subjects,
        host: name,
        problem: None,
    };
    let ear = fleet::of(host)?.listen(&Notice::Outcome(entry.id.clone()))?;
    tx.insert(&entry)?;
    tx.announce(&Notice::Work(entry.host.clone()))?;
    Ok(Part { entry, ear })
}

/// Whether the entries are there, as soon as the store is. Where they are not, that may not be the last
/// word: a server may still be at the commit that it was asked for.
fn are_written(host: &Host, parts: &[Part]) -> bool {
    let is_written = |part: &Part| {
        let found: Option<HostEntry> = host.store.read()?.find(&[part.entry.id.as_str().into()])?;
        Ok::<_, Error>(found.is_some())
    };
    let Some(first) = parts.first() else { return false };
    for _ in 0..LOOKS {
        match is_written(first) {
            Ok(written) => return written,
            Err(_) => drop(first.ear.wait(LOOK_EVERY)),
        }
    }
    false
}

/// Waits for what becomes of a part. The store may be away for a while, as when another server of its
/// takes over: the part is there, and its outcome can be asked for later.
fn outcome(host: &Host, part: &Part) -> Outcome {
    let name = &part.entry.host;
    let seconds = u64::from(LOOKS) * LOOK_EVERY.as_secs();
    let said = format!("The host “{name}” has not done its part within {seconds} seconds.");
    let mut waits = Error::new(Kind::Unavailable, said);
    let mut looks = 0;
    while looks < LOOKS {
        match look(host, part) {
            Ok(None) => {}
            Ok(Some(outcome)) => return outcome,
            Err(problem) => waits = problem,
        }
        if !part.ear.wait(LOOK_EVERY) {
            looks += 1;
        }
    }
    Outcome::Waits(waits)
}

/// What has become of a part so far.
fn look(host: &Host, part: &Part) -> Result<Option<Outcome>> {
    let tx = host.store.read()?;
    let Some(entry) = tx.find::<HostEntry>(&[part.entry.id.as_str().into()])? else {
        return Ok(Some(Outcome::Done));
    };
    if let Some(problem) = entry.problem {
        return Ok(Some(Outcome::Refused(Error::new(Kind::Unavailable, problem))));
    }
    let seen = fleet::find(&*tx, &entry.host)?;
    Ok(seen.filter(|seen| !seen.is_there()).map(|seen| Outcome::Waits(seen.absence())))
}

/// Takes a change back that a host has refused: the rows are put back, and each host is given a new entry
/// in place of its own, by which it makes its machine as the rows are again. Gives what to tell.
fn take_back(
    host: &Host,
    (undo, subjects): (Vec<Undo>, &BTreeSet<Subject>),
    parts: &[Part],
    problem: Error,
) -> Result<Error> {
    let tx = host.store.write()?;
    if !super::restore(host, &*tx, undo, subjects)? {
        return Ok(unfinished(problem));
    }
    let mut again = Vec::new();
    for Part { entry, .. } in parts {
        tx.delete::<HostEntry>(&[api::records::is("id", &entry.id)])?;
        let part = (entry.host.clone(), entry.subjects.clone());
        again.push(post(host, &entry.function, &*tx, part)?);
    }
    tx.commit()?;
    // Whatever becomes of it now: who calls again shall not meet what is on its way back.
    for part in &again {
        outcome(host, part);
    }
    Ok(problem)
}
