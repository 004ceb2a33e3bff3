//! A call behind the gate: which function, whether the caller may, then the function itself, with a
//! line in the audit for each change.

mod account;
mod audit;
mod gate;
mod pool;
mod relay;

use std::{
    cell::RefCell,
    net::{IpAddr, Ipv4Addr},
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
};

use api::{
    AccountCall, Caller, Cx, Data, Effect, Entry, Error, Form, Kind, Rank, Result, Secret, Value,
    function::{Notes, Relay, Step},
};

use functions::domain::change::commits;

use self::relay::{Asked, Errand};
use crate::{
    Server,
    answer::{self, Outcome},
    auth,
};

pub use account::{Called, NO_USER, account};
pub use gate::MUST_CHANGE;
pub use pool::{Busy, Party, Place, Pool, in_place};
pub use relay::Relays;
pub(crate) use relay::{Known, Shown, answer as answer_relayed};

/// Calls the function of that name as this caller. Everything that calls a function comes through
/// here: requests, pages, the command line, `batch`. It blocks: run it on the [`Pool`].
pub fn call(server: &Arc<Server>, caller: &Caller, name: &str, form: &Form) -> Outcome {
    let Some(entry) = functions::find(name) else {
        let unknown = Error::not_found("There is no function of this name.");
        let notes = Notes::default();
        return Outcome { command: name.to_owned(), entry: None, result: Err(unknown), notes };
    };
    let (result, notes) = match entry.effect {
        Effect::Reads => guarded(server, caller, entry, form),
        Effect::Changes => audited(server, caller, entry, form),
    };
    if let Err(problem) = &result {
        report(entry, caller, problem);
    }
    Outcome { command: name.to_owned(), entry: Some(entry), result, notes }
}

/// The call between the two halves of its row of the audit.
fn audited(
    server: &Arc<Server>,
    caller: &Caller,
    entry: &Entry,
    form: &Form,
) -> (Result<Data>, Notes) {
    let deed = audit::Deed { name: entry.name, account: None, entry, form };
    let run = || guarded(server, caller, entry, form);
    let ran = audit::around(&server.host, caller, &deed, run);
    server.host.steps.reached(Step::Answered);
    ran
}

/// The gate, then the function.
fn guarded(
    server: &Arc<Server>,
    caller: &Caller,
    entry: &Entry,
    form: &Form,
) -> (Result<Data>, Notes) {
    if let Err(refusal) = gate::pass(caller, entry, form) {
        return (Err(refusal), Notes::default());
    }
    let asked = Asked::Whm { function: entry.name.to_owned() };
    let errand = Errand { caller, asked, form, host: None };
    run(server, &Inner { server, caller, actor: caller }, entry, &errand)
}

/// The function, for a caller who has passed the gate: here, or where that fails for want of a machine
/// before anything was changed, on the host that has it.
fn run(
    server: &Arc<Server>,
    relay: &Inner<'_>,
    entry: &Entry,
    errand: &Errand<'_>,
) -> (Result<Data>, Notes) {
    let before = commits();
    let (result, notes) = here(server, relay, entry, errand.form);
    match relay::host_of(&server.host, errand, &result) {
        Some(name) if commits() == before => {
            relay::send((&server.host, &server.relays), errand, &name)
        }
        _ => (result, notes),
    }
}

/// The function, in this process.
fn here(
    server: &Arc<Server>,
    relay: &Inner<'_>,
    entry: &Entry,
    form: &Form,
) -> (Result<Data>, Notes) {
    let notes = RefCell::default();
    let cx = Cx { caller: relay.caller, host: &server.host, relay, function: entry.name, notes };
    // A fault in one function must not take the thread, and with it other calls, along.
    let ran = catch_unwind(AssertUnwindSafe(|| (entry.call)(&cx, form)));
    let result = ran.unwrap_or_else(|_| Err(Error::internal(format!("“{}” panicked", entry.name))));
    (result, cx.notes.into_inner())
}

/// Calls from within a call, by the same caller through the same gate.
struct Inner<'a> {
    server: &'a Arc<Server>,
    caller: &'a Caller,
    /// Who acts for the caller, where that is an account; else the caller.
    actor: &'a Caller,
}

impl Relay for Inner<'_> {
    fn relay(&self, name: &str, form: &Form) -> Value {
        answer::tree(call(self.server, self.caller, name, form), form)
    }

    fn callable(&self) -> Vec<&'static str> {
        callable(self.caller).map(|entry| entry.name).collect()
    }

    fn account(&self, call: &AccountCall<'_>) -> Result<Value> {
        // A function of an account calls for that account alone, whoever acts for it.
        let is_within = self.caller.rank == Rank::Account;
        let user = if is_within { Some(self.caller.user.as_str()) } else { call.user };
        let called = account(self.server, self.actor, &AccountCall { user, ..*call })?;
        Ok(answer::account::within(called, call.form))
    }

    fn change_password(&self, current: &Secret, new: &Secret) -> Result<()> {
        // Guesses count for where they come from, whoever is guessed at.
        let source = self.actor.source.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST));
        auth::change_password(self.server, self.caller, source, current, new)
    }
}

/// The functions that work and that this caller may call, in alphabetical order.
pub fn callable(caller: &Caller) -> impl Iterator<Item = &'static Entry> {
    let (entries, none) =
        (functions::GROUPS.iter().flat_map(|group| group.functions), Form::default());
    let is_callable = |entry: &&Entry| entry.finished && gate::pass(caller, entry, &none).is_ok();
    let mut callable: Vec<_> = entries.filter(is_callable).collect();
    callable.sort_unstable_by_key(|entry| entry.name);
    callable.into_iter()
}

/// What is ours to mend goes into the log, with its cause; what is the caller's does not.
fn report(entry: &Entry, caller: &Caller, problem: &Error) {
    if matches!(problem.kind(), Kind::Internal | Kind::Unavailable) {
        let cause = std::error::Error::source(problem).map(ToString::to_string);
        let user = caller.user.as_str();
        tracing::error!(function = entry.name, user, cause, "{problem}");
    }
}
