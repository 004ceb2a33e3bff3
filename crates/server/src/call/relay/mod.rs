//! Calls that only a host's machine can answer, where this server drives none: the whole call goes to the
//! worker of that host, which lets it through a gate of its own and runs it as the same caller. It goes
//! through the store, sealed, so that a host has no port for it that anybody could reach.

mod letter;
mod serve;

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use api::{
    Caller, Data, Error, Form, Host, HostName, Kind, Result,
    function::{Hosts, Notes},
    records::{Ear, Notice, fleet::ANSWERED_WITHIN},
};
use functions::domain::fleet;

use self::letter::{Answer, Letter, Way};

pub(super) use letter::Asked;
pub(crate) use letter::{Known, Shown};
pub(crate) use serve::answer;

/// How many calls a server has with one host at a time; a host that hangs must not take all its threads.
const AT_ONCE: usize = 16;
/// How often it is looked after an answer that was not announced, and whether the host is there.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// How long an answer is waited for.
const PATIENCE: Duration = Duration::from_secs(ANSWERED_WITHIN.unsigned_abs());

/// What a process remembers of calls between hosts.
#[derive(Default)]
pub struct Relays {
    /// The word for this life, where it works for a host.
    door: String,
    /// How many calls each host has of this server.
    under_way: Mutex<HashMap<HostName, usize>>,
    /// The calls that were answered, by id, with when they were written: none is answered twice.
    spent: Mutex<HashMap<String, i64>>,
}

impl Relays {
    /// None yet, for a life of that word.
    pub fn behind(door: String) -> Self {
        Self { door, ..Self::default() }
    }
}

/// A call that may have to go to another host.
pub(super) struct Errand<'a> {
    /// Who calls.
    pub(super) caller: &'a Caller,
    /// What is called.
    pub(super) asked: Asked,
    /// Its parameters.
    pub(super) form: &'a Form,
    /// The host of the account that it is for, where it is for one.
    pub(super) host: Option<HostName>,
}

/// The host that can do what failed here, where that is so for want of a machine alone.
pub(super) fn host_of(host: &Host, errand: &Errand<'_>, result: &Result<Data>) -> Option<HostName> {
    if host.settings.hosts != Hosts::Elsewhere {
        return None;
    }
    let wanted = result.as_ref().err()?.only_host()?;
    errand.host.clone().or_else(|| wanted.0.clone())
}

/// Has the host do it.
pub(super) fn send(
    (host, relays): (&Host, &Relays),
    errand: &Errand<'_>,
    name: &HostName,
) -> (Result<Data>, Notes) {
    let sent = turn(relays, name).and_then(|_turn| {
        // A worker that began a new life meanwhile has done nothing yet.
        match ask(host, errand, name)? {
            Answer::Void => ask(host, errand, name),
            answer @ Answer::Ran { .. } => Ok(answer),
        }
    });
    let outcome = if sent.is_ok() { "answered" } else { "failed" };
    metrics::counter!("innkeeper_relayed_calls_total", "outcome" => outcome).increment(1);
    match sent {
        Ok(Answer::Ran { outcome, notes }) => (outcome.result(), notes.notes()),
        Ok(Answer::Void) => (Err(began_anew(name)), Notes::default()),
        Err(problem) => (Err(problem), Notes::default()),
    }
}

/// Posts the call, and waits for its answer.
fn ask(host: &Host, errand: &Errand<'_>, name: &HostName) -> Result<Answer> {
    let (door, now) = door(host, name)?;
    let id = host.random_text(26)?;
    let way = Way { id: &id, host: name };
    let letter = Letter::of((door, now), errand.caller, errand.asked.clone(), errand.form)?;
    let sealed = letter.seal(host, &way)?;
    let fleet = fleet::of(host)?;
    let ear = fleet.listen(&Notice::Answer(id.clone()))?;
    fleet.post(&id, name, &sealed)?;
    let answer = wait(host, &way, &*ear)?;
    Answer::open(host, &way, &answer)
}

/// The word that the host's worker has now, and the time of the store's clock.
fn door(host: &Host, name: &HostName) -> Result<(String, i64)> {
    let tx = host.store.read()?;
    let now = tx.clock()?.0;
    let unknown = || Error::not_found(format!("There is no host “{name}”."));
    let seen = fleet::find(&*tx, name)?.ok_or_else(unknown)?;
    match seen.host.door {
        _ if !seen.is_there() => Err(seen.absence()),
        door if door.is_empty() => {
            let said = format!("The host “{name}” takes no calls of others: ask there.");
            Err(Error::new(Kind::Unavailable, said))
        }
        door => Ok((door, now)),
    }
}

/// Waits for an answer. The store may be away for a while; what is on its way is lost then.
fn wait(host: &Host, way: &Way<'_>, ear: &dyn Ear) -> Result<String> {
    let fleet = fleet::of(host)?;
    let begun = Instant::now();
    loop {
        if let Ok(Some(answer)) = fleet.fetch(way.id) {
            return Ok(answer);
        }
        let absence = absence(host, way.host);
        if absence.is_some() || begun.elapsed() >= PATIENCE {
            return give_up(host, way, absence);
        }
        ear.wait(LOOK_EVERY);
    }
}

/// Why nothing is to be expected of a host any more, where that is so.
fn absence(host: &Host, name: &HostName) -> Option<Error> {
    let seen = host.store.read().and_then(|tx| fleet::find(&*tx, name)).ok().flatten()?;
    (!seen.is_there()).then(|| seen.absence())
}

/// Takes the call back. The answer may have come at the last moment.
fn give_up(host: &Host, way: &Way<'_>, absence: Option<Error>) -> Result<String> {
    let fleet = fleet::of(host)?;
    if let Some(answer) = fleet.fetch(way.id)? {
        return Ok(answer);
    }
    let is_whole = fleet.withdraw(way.id)?;
    let (name, seconds) = (way.host, PATIENCE.as_secs());
    let why = absence.map_or_else(
        || format!("The host “{name}” has not answered within {seconds} seconds."),
        |absence| absence.to_string(),
    );
    let what = if is_whole { "Nothing was done." } else { "What was asked may be done there yet." };
    Err(Error::new(Kind::Unavailable, format!("{why} {what}")))
}

fn began_anew(name: &HostName) -> Error {
    let said = format!("The host “{name}” begins anew; nothing was done, try again.");
    Error::new(Kind::Unavailable, said)
}

/// One of the calls that a server may have with a host, for as long as this is kept.
struct Turn<'a> {
    relays: &'a Relays,
    name: HostName,
}

fn turn<'a>(relays: &'a Relays, name: &HostName) -> Result<Turn<'a>> {
    let mut under_way = relays.under_way();
    let count = under_way.entry(name.clone()).or_default();
    if *count >= AT_ONCE {
        let said = format!("The host “{name}” has too much to answer now; try again later.");
        return Err(Error::new(Kind::Busy, said));
    }
    *count += 1;
    Ok(Turn { relays, name: name.clone() })
}

impl Relays {
    fn under_way(&self) -> MutexGuard<'_, HashMap<HostName, usize>> {
        self.under_way.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        if let Some(count) = self.relays.under_way().get_mut(&self.name) {
            *count = count.saturating_sub(1);
        }
    }
}

#[cfg(test)]
mod tests;
