//! The interfaces of accounts by path: `/execute/M/f`, and the relay `/json-api/cpanel` of an
//! account's own listener.

use std::{io, sync::Arc};

use api::{AccountApi, AccountCall, Caller, Form, Input as _, Value};
use functions::domain::relays::Inner;

use super::refuse::RELAY;
use crate::{
    Server,
    answer::{self, Destination, Format, uapi::Answer},
    call::{self, MUST_CHANGE},
};

/// Answers `/execute/M/f`, whose envelope is flat.
pub(super) fn execute(
    server: &Arc<Server>,
    caller: &Caller,
    [module, function]: [&str; 2],
    form: &Form,
    out: &mut dyn Destination,
) -> io::Result<()> {
    let call = AccountCall { user: None, api: AccountApi::Three, module, function, form };
    let answer = match call::account(server, caller, &call) {
        Ok(called) => Answer::of(called, form),
        Err(problem) => Answer::failure(&problem.to_string()),
    };
    answer::write_tree(&answer.flat(), RELAY, Format::Json, out)
}

/// Answers the relay: `cpanel_jsonapi_*` or `cpanel_xmlapi_*` name the call and the envelope.
pub(super) fn relay(
    server: &Arc<Server>,
    caller: &Caller,
    form: &Form,
    format: Format,
    out: &mut dyn Destination,
) -> io::Result<()> {
    answer::write_tree(&relayed(server, caller, form), RELAY, format, out)
}

fn relayed(server: &Arc<Server>, caller: &Caller, form: &Form) -> Value {
    let named = |part: &str| {
        let names = [format!("cpanel_jsonapi_{part}"), format!("cpanel_xmlapi_{part}")];
        names.iter().find_map(|name| form.last(name))
    };
    let (module, function) =
        (named("module").unwrap_or_default(), named("func").unwrap_or_default());
    let api = version(named("apiversion").unwrap_or_default());
    if caller.must_change {
        return answer::account::refusal(api, module, function, MUST_CHANGE);
    }
    // Accounts may name themselves, and some clients do.
    let user = named("user").filter(|user| !user.is_empty());
    let called = Inner::read(form).and_then(|Inner(form)| {
        let call = AccountCall { user, api, module, function, form: &form };
        Ok(answer::account::whole(call::account(server, caller, &call)?, &form))
    });
    called.unwrap_or_else(|problem| {
        answer::account::refusal(api, module, function, &problem.to_string())
    })
}

/// Version 2 unless they say otherwise; some misspell the parameter.
fn version(named: &str) -> AccountApi {
    match named {
        "1" => AccountApi::One,
        "3" => AccountApi::Three,
        _ => AccountApi::Two,
    }
}
