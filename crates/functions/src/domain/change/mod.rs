//! A change: rows and a journal entry in one transaction, then the host made so, then the entry
//! closed. What a crash leaves unapplied, the open entry tells the reconciler.

mod elsewhere;
pub mod settling;
mod undo;

use std::{cell::Cell as Counter, collections::BTreeSet};

use api::{
    Cx, Error, Host, Kind, Result, UserName,
    function::{Hosts, Step},
    ports::ZonePart,
    records::{Cell, JournalEntry, JournalState, Record, Subject, Tx, Where, is},
};

use self::undo::{Stored, Undo};
use super::{apply, dns::places, usage, zones};

thread_local! {
    /// How many changes this thread has tried to make last.
    static COMMITS: Counter<u64> = const { Counter::new(0) };
}

/// How many changes the calls of this thread have tried to make last: where it has not grown meanwhile, a
/// call that failed has changed nothing by a change, and may be made again elsewhere.
pub fn commits() -> u64 {
    COMMITS.get()
}

/// What to do when the host cannot be made as the rows say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnFailure {
    /// Put the rows back, and the host with them; the caller is told that nothing changed. Where
    /// somebody else has changed one of the rows meanwhile, what they did must not be lost, and half
    /// of a change must not stay: then it goes [`OnFailure::Forward`].
    Undo,
    /// Leave the journal entry open; the reconciler goes on, and the caller is told so. For removals
    /// and renamings, whose half cannot be taken back.
    Forward,
}

/// A change that is being made. Dropped before [`Change::commit`], it changes nothing.
pub struct Change<'a> {
    host: &'a Host,
    function: &'static str,
    tx: Box<dyn Tx>,
    subjects: BTreeSet<Subject>,
    expiring: BTreeSet<UserName>,
    parts: Vec<ZonePart>,
    undo: Vec<Undo>,
}

impl<'a> Change<'a> {
    /// Begins a change by a function.
    pub fn begin(cx: &Cx<'a>) -> Result<Self> {
        Self::by(cx.host, cx.function)
    }

    /// Begins a change by something that is no function: a page, a job.
    pub fn by(host: &'a Host, function: &'static str) -> Result<Self> {
        let tx = host.store.write()?;
        host.steps.reached(Step::Opened);
        let (subjects, expiring) = (BTreeSet::new(), BTreeSet::new());
        Ok(Self { host, function, tx, subjects, expiring, parts: Vec::new(), undo: Vec::new() })
    }

    /// The transaction, to read and check what the change depends on.
    pub fn tx(&self) -> &dyn Tx {
        &*self.tx
    }

    /// Adds a row.
    pub fn insert<T: Record>(&mut self, record: &T) -> Result<()> {
        self.tx.insert(record)?;
        self.undo.push(Undo::Inserted(Stored::of(record)));
        Ok(())
    }

    /// Adds a row or replaces the one of its key.
    pub fn save<T: Record>(&mut self, record: &T) -> Result<()> {
        let before: Option<T> = self.tx.find(&record.key_cells())?;
        let after = Stored::of(record);
        self.undo.push(match before {
            None => Undo::Inserted(after),
            Some(before) => Undo::Replaced { before: Stored::of(&before), after },
        });
        self.tx.put(record)
    }

    /// Puts a row in the place of another of the same key, as it was read in this change.
    pub fn replace<T: Record>(&mut self, before: &T, after: &T) -> Result<()> {
        self.undo.push(Undo::Replaced { before: Stored::of(before), after: Stored::of(after) });
        self.tx.put(after)
    }

    /// Removes a row, as it was read in this change.
    pub fn remove_row<T: Record>(&mut self, row: &T) -> Result<()> {
        let key = T::KEY.iter().zip(row.key_cells());
        let key: Vec<_> = key.map(|(column, cell)| Where::Is(column, cell)).collect();
        self.undo.push(Undo::Removed(Stored::of(row)));
        self.tx.delete::<T>(&key).map(drop)
    }

    /// Adds to a number in the row of that key. Taken back, it is subtracted: what others added
    /// meanwhile stays.
    pub fn add<T: Record>(
        &mut self,
        column: &'static str,
        by: i64,
        key: Vec<(&'static str, Cell<'static>)>,
    ) -> Result<()> {
        self.tx.add_to(T::TABLE, column, by, &undo::conditions(key.clone()))?;
        self.undo.push(Undo::Added { table: T::TABLE, column, by, key });
        Ok(())
    }

    /// Removes the rows that the conditions leave; gives their number.
    pub fn remove<T: Record>(&mut self, filter: &[Where<'_>]) -> Result<usize> {
        let before: Vec<T> = self.tx.matching(filter.to_vec())?;
        if before.is_empty() {
            return Ok(0);
        }
        self.undo.extend(before.iter().map(|row| Undo::Removed(Stored::of(row))));
        self.tx.delete::<T>(filter)?;
        Ok(before.len())
    }

    /// Says that the host's part of a subject changes.
    pub fn touch(&mut self, subject: Subject) {
        self.subjects.insert(subject);
    }

    /// Says that of a user nothing changes on the host but whether the next login must choose a new
    /// password: so a change of many users costs little.
    pub fn touch_expiry(&mut self, name: UserName) {
        self.expiring.insert(name);
    }

    /// Says what of a zone changes on the host: so an edit of a large zone costs little.
    pub fn touch_part(&mut self, part: ZonePart) {
        self.parts.push(part);
    }

    /// Makes the change last, applies it to the host, and closes its journal entry.
    pub fn commit(self, on_failure: OnFailure) -> Result<()> {
        COMMITS.set(COMMITS.get() + 1);
        let Self { host, function, tx, subjects, expiring, parts, undo } = self;
        let users = expiring.iter().cloned().map(Subject::User);
        let zones = parts.iter().map(|part| Subject::Zone(part.start.name.clone()));
        let all: BTreeSet<Subject> = subjects.iter().cloned().chain(users).chain(zones).collect();
        if all.is_empty() {
            host.steps.reached(Step::Written);
            tx.commit()?;
            host.steps.reached(Step::Committed);
            return Ok(());
        }
        if host.settings.hosts != Hosts::One {
            return elsewhere::commit(host, function, tx, &all, (undo, on_failure));
        }
        let entry = entry(host, function, &all)?;
        tx.insert(&entry)?;
        host.steps.reached(Step::Written);
        commit(host, tx, &entry)?;
        host.steps.reached(Step::Committed);
        let applied = apply::subjects(host, &subjects)
            .and_then(|()| apply::expiry(host, &expiring))
            .and_then(|()| parts.iter().try_for_each(|part| apply::zone_part(host, part)));
        match applied {
            Ok(()) => {
                drop(usage::measure_new(host, &subjects));
                close(host, &entry);
                Ok(())
            }
            Err(problem) if on_failure == OnFailure::Forward => {
                leave_open(host, &entry);
                Err(unfinished(problem))
            }
            Err(problem) => {
                // Rows that cannot be taken back now stay, and what they say is made so later.
                if !taken_back(host, undo, &all).unwrap_or_default() {
                    leave_open(host, &entry);
                    return Err(unfinished(problem));
                }
                match apply::subjects(host, &all) {
                    Ok(()) => close(host, &entry),
                    Err(_) => leave_open(host, &entry),
                }
                Err(problem)
            }
        }
    }

    /// Makes the change last, has `apply` make the host so for all subjects at once, and closes its
    /// journal entry. What `apply` leaves undone is finished from the entry.
    pub fn commit_at_once(self, apply: impl FnOnce() -> Result<()>) -> Result<()> {
        COMMITS.set(COMMITS.get() + 1);
        let Self { host, function, tx, subjects, .. } = self;
        let entry = entry(host, function, &subjects)?;
        tx.insert(&entry)?;
        commit(host, tx, &entry)?;
        if let Err(problem) = apply() {
            leave_open(host, &entry);
            return Err(unfinished(problem));
        }
        close(host, &entry);
        Ok(())
    }
}

/// How much older than it is an entry says that it is whose own call is over, in seconds: nobody need
/// wait to see whether that goes on with it.
const GIVEN_UP: i64 = 3_600;

/// Leaves an entry to the reconciler. Where it cannot be told so, it takes it after a while by itself.
fn leave_open(host: &Host, entry: &JournalEntry) {
    let opened = entry.opened.0 - GIVEN_UP;
    let told = host.store.write_relaxed().and_then(|tx| {
        tx.update::<JournalEntry>(&[("opened", opened.into())], &[is("id", &entry.id)])?;
        tx.commit()
    });
    drop(told);
}

/// Takes rows back in a transaction of its own; gives whether all were still as the change left them,
/// and otherwise leaves them so.
fn taken_back(host: &Host, undo: Vec<Undo>, subjects: &BTreeSet<Subject>) -> Result<bool> {
    let tx = host.store.write()?;
    let restored = restore(host, &*tx, undo, subjects)?;
    if restored {
        tx.commit()?;
    }
    Ok(restored)
}

/// Puts all rows back, or says that the transaction must be dropped. A zone is another one again, and gets
/// another serial: who read it in between read a state that is no more. No record gets a line that one had in it.
fn restore(
    host: &Host,
    tx: &dyn Tx,
    undo: Vec<Undo>,
    subjects: &BTreeSet<Subject>,
) -> Result<bool> {
    let names = || {
        subjects.iter().filter_map(|subject| match subject {
            Subject::Zone(name) => Some(name),
            _ => None,
        })
    };
    names().try_for_each(|name| zones::lock(tx, name))?;
    let next = |name| places::next(tx, name).map(|next| (name, next));
    let behind: Vec<_> = names().map(next).collect::<Result<_>>()?;
    let restored = undo::restore(tx, undo)?;
    if restored {
        behind.into_iter().try_for_each(|(name, next)| places::go_on_at(tx, name, next))?;
        names().try_for_each(|name| zones::step(tx, host.clock.now(), name))?;
    }
    Ok(restored)
}

/// Whether a change of that subject is on its way to the host.
pub fn is_open(tx: &dyn Tx, subject: &Subject) -> Result<bool> {
    let open: Vec<JournalEntry> = tx.matching(vec![is("state", &JournalState::Open)])?;
    for entry in open {
        let subjects: BTreeSet<Subject> =
            serde_json::from_str(&entry.subjects).map_err(Error::internal)?;
        if subjects.contains(subject) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Commits a change with its entry.
fn commit(host: &Host, tx: Box<dyn Tx>, entry: &JournalEntry) -> Result<()> {
    let is_there = || {
        let found = host.store.read()?.find::<JournalEntry>(&[entry.id.as_str().into()])?;
        Ok::<_, Error>(found.is_some())
    };
    match tx.commit() {
        // The answer may have been lost and not the change.
        Err(problem) if problem.kind() == Kind::Unavailable && is_there().unwrap_or_default() => {
            Ok(())
        }
        committed => committed,
    }
}

/// Closes the entry of a change that is made. Where that fails, or is lost in a power cut, it costs one
/// needless application: the change is made all the same, and its caller is told so.
fn close(host: &Host, entry: &JournalEntry) {
    host.steps.reached(Step::Applied);
    if settling::close(host, entry).is_err() {
        leave_open(host, entry);
        return;
    }
    host.steps.reached(Step::Closed);
}

fn entry(host: &Host, function: &str, subjects: &BTreeSet<Subject>) -> Result<JournalEntry> {
    Ok(JournalEntry {
        id: host.random_text(26)?,
        function: function.to_owned(),
        state: JournalState::Open,
        opened: host.clock.now(),
        subjects: serde_json::to_string(subjects).map_err(Error::internal)?,
    })
}

fn unfinished(problem: Error) -> Error {
    Error::new(
        Kind::Unavailable,
        format!("The change is recorded but not complete yet, and will be completed: {problem}"),
    )
    .because(problem)
}

#[cfg(test)]
mod tests;
