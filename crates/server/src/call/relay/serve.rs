//! A worker's half: a call is opened, its caller is looked up in the store again, it passes the gate here
//! too, and runs. That a process with the right key sealed it says who calls, and nothing of what they may.

use std::{
    collections::HashMap,
    sync::{Arc, MutexGuard, PoisonError},
};

use api::{
    AccountCall, Caller, Data, Error, Form, HostName, Kind, Result,
    function::Notes,
    records::{RelayedCall, fleet::ANSWERED_WITHIN},
};
use functions::domain::fleet;

use super::{
    super::{account, guarded},
    Relays,
    letter::{self, Answer, Asked, Letter, Way},
};
use crate::{Server, auth};

/// How far ahead of the store's clock a call may be, in seconds.
const AHEAD: i64 = 5;

/// Answers a call that was taken. One that nobody with the key sealed, or that was answered before, gets
/// no answer.
pub(crate) fn answer(server: &Arc<Server>, call: &RelayedCall) -> Result<()> {
    let Some(sealed) = &call.call else { return Ok(()) };
    let way = Way { id: &call.id, host: &call.host };
    let letter = Letter::open(&server.host, &way, sealed)?;
    let answer = respond(server, &call.host, &call.id, &letter)?;
    let text = answer.seal(&server.host, &way).or_else(|problem| {
        let refusal = Answer::of(Err(problem), Notes::default());
        refusal.seal(&server.host, &way)
    })?;
    fleet::of(&server.host)?.answer(&call.id, &text).map(drop)
}

/// What is to be answered.
fn respond(server: &Arc<Server>, name: &HostName, id: &str, letter: &Letter) -> Result<Answer> {
    let relays = &server.relays;
    if letter.door != relays.door {
        return Ok(Answer::Void);
    }
    let now = server.host.store.read()?.clock()?.0;
    if !(now - ANSWERED_WITHIN..=now + AHEAD).contains(&letter.made) {
        let said = format!("The host “{name}” was asked too long ago; nothing was done.");
        let refusal = Error::new(Kind::Unavailable, said);
        return Ok(Answer::of(Err(refusal), Notes::default()));
    }
    if !relays.is_first(id, letter.made, now) {
        return Err(Error::new(Kind::Conflict, "A call came that was answered before."));
    }
    let form = letter.form()?;
    let (result, notes) = match auth::known(&server.host, &letter.caller) {
        Ok(caller) => run(server, &caller, &letter.asked, &form),
        Err(_) => (Err(Error::denied("The caller is not known any more.")), Notes::default()),
    };
    Ok(Answer::of(result, notes))
}

/// The gate, then the function. The line in the audit is the server's that was called.
fn run(server: &Arc<Server>, caller: &Caller, asked: &Asked, form: &Form) -> (Result<Data>, Notes) {
    match asked {
        Asked::Whm { function } => match functions::find(function) {
            Some(entry) => guarded(server, caller, entry, form),
            None => (Err(Error::not_found("There is no function of this name.")), Notes::default()),
        },
        Asked::Account { user, api, module, function } => match letter::api(*api) {
            Ok(api) => {
                let call = AccountCall { user: Some(user), api, module, function, form };
                account::relayed(server, caller, &call)
            }
            Err(problem) => (Err(problem), Notes::default()),
        },
    }
}

impl Relays {
    /// Whether a call has not been answered before; notes that it is. Those that are too old to be answered
    /// again are forgotten.
    fn is_first(&self, id: &str, made: i64, now: i64) -> bool {
        let mut spent = self.spent();
        spent.retain(|_, made| *made >= now - ANSWERED_WITHIN - AHEAD);
        spent.insert(id.to_owned(), made).is_none()
    }

    fn spent(&self) -> MutexGuard<'_, HashMap<String, i64>> {
        self.spent.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
