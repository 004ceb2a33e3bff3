//! The answer to a request of the local socket.

use std::{io, sync::Arc, time::Instant};

use api::{AccountApi, AccountCall, Caller, Form, form::MOST_PARAMETERS};

use super::{Program, Request, caller, refuse};
use crate::{
    Server,
    answer::{self, Destination, Version},
    call,
};

/// Writes the exit code and what is printed.
pub(super) fn write(
    server: &Arc<Server>,
    uid: u32,
    request: Request,
    out: &mut dyn Destination,
) -> io::Result<()> {
    if let Err(problem) = caller::check_uid(uid) {
        return refuse(out, &problem);
    }
    if request.arguments.len() > MOST_PARAMETERS {
        return refuse(out, &format!("A call has at most {MOST_PARAMETERS} parameters."));
    }
    match request.program {
        Program::Whmapi1 => whm(server, request, out),
        Program::Uapi | Program::Cpapi2 => account(server, request, out),
    }
}

/// A function of WHM. One that there is not is answered too, with an exit code of 1.
fn whm(server: &Arc<Server>, request: Request, out: &mut dyn Destination) -> io::Result<()> {
    let caller = match caller::named(&server.host, request.user.as_deref()) {
        Ok(caller) => caller,
        Err(problem) => return refuse(out, &problem),
    };
    let form: Form = request.arguments.into_iter().collect();
    let began = Instant::now();
    let outcome = call::call(server, &caller, &request.function, &form);
    note(&caller, outcome.entry.map(|entry| entry.name), began);
    writeln!(out, "{}", u8::from(outcome.entry.is_none()))?;
    answer::write(outcome, &form, Version::One, request.output.into(), out)
}

/// Counts and logs a call, by nothing that a caller typed.
fn note(caller: &Caller, function: Option<&'static str>, began: Instant) {
    let (user, function) = (caller.user.as_str(), function.unwrap_or("-"));
    let microseconds = began.elapsed().as_micros();
    metrics::counter!("innkeeper_local_calls_total").increment(1);
    tracing::info!(user, function, microseconds, "answered at the local socket");
}

/// A function of an account, called by root for it. One that there is not is answered too, with an
/// exit code of 1.
fn account(server: &Arc<Server>, request: Request, out: &mut dyn Destination) -> io::Result<()> {
    let user = caller::of_account(&server.host, request.user.as_deref());
    let root = caller::named(&server.host, None);
    let (user, root) = match user.and_then(|user| Ok((user, root?))) {
        Ok(known) => known,
        Err(problem) => return refuse(out, &problem),
    };
    let (api, element) = match request.program {
        Program::Cpapi2 => (AccountApi::Two, "cpanelresult"),
        Program::Uapi | Program::Whmapi1 => (AccountApi::Three, "result"),
    };
    let form: Form = request.arguments.into_iter().collect();
    let call = AccountCall {
        user: Some(user.as_str()),
        api,
        module: request.module.as_deref().unwrap_or_default(),
        function: &request.function,
        form: &form,
    };
    let began = Instant::now();
    let called = match call::account(server, &root, &call) {
        Ok(called) => called,
        Err(problem) => return refuse(out, &problem.to_string()),
    };
    note(&root, called.entry.map(|entry| entry.name), began);
    writeln!(out, "{}", u8::from(called.entry.is_none()))?;
    let tree = answer::account::whole(called, &form);
    answer::write_tree(&tree, element, request.output.into(), out)
}
