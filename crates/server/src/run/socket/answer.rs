//! The answer to a request of the local socket.

use std::{
    io::{self, Write},
    sync::Arc,
    time::Instant,
};

use api::{Caller, Form, Value, form::MOST_PARAMETERS, object};

use super::{Program, Request, caller, refuse};
use crate::{
    Server,
    answer::{self, Format, Version},
    call,
};

/// Writes the exit code and what is printed.
pub(super) fn write(
    server: &Arc<Server>,
    uid: u32,
    request: Request,
    out: &mut dyn Write,
) -> io::Result<()> {
    if let Err(problem) = caller::check_uid(uid) {
        return refuse(out, &problem);
    }
    if request.arguments.len() > MOST_PARAMETERS {
        return refuse(out, &format!("A call has at most {MOST_PARAMETERS} parameters."));
    }
    match request.program {
        Program::Whmapi1 => whm(server, request, out),
        Program::Uapi | Program::Cpapi2 => account(server, &request, out),
    }
}

/// A function of WHM. One that there is not is answered too, with an exit code of 1.
fn whm(server: &Arc<Server>, request: Request, out: &mut dyn Write) -> io::Result<()> {
    let caller = match caller::of_whm(&server.host, request.user.as_deref()) {
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

/// A function of an account. There are none yet: each is answered as one that is not known.
fn account(server: &Server, request: &Request, out: &mut dyn Write) -> io::Result<()> {
    if let Err(problem) = caller::of_account(&server.host, request.user.as_deref()) {
        return refuse(out, &problem);
    }
    writeln!(out, "1")?;
    let module = request.module.as_deref().unwrap_or_default();
    let function = request.function.as_str();
    let format = request.output.into();
    if request.program == Program::Uapi {
        return answer::write_tree(&no_uapi(module, function), "result", format, out);
    }
    let inner = no_api2(module, function);
    if format == Format::Xml {
        return answer::write_tree(&inner, "cpanelresult", format, out);
    }
    answer::write_tree(&object([("cpanelresult", inner)]), "cpanelresult", format, out)
}

fn no_uapi(module: &str, function: &str) -> Value {
    let problem = format!(
        "Failed to load module “{module}”: this server does not have its function “{function}”."
    );
    object([
        ("apiversion", 3.into()),
        ("func", function.into()),
        ("module", module.into()),
        (
            "result",
            object([
                ("data", Value::Null),
                ("errors", vec![Value::from(problem)].into()),
                ("messages", Value::Null),
                ("metadata", object([])),
                ("status", 0.into()),
                ("warnings", Value::Null),
            ]),
        ),
    ])
}

fn no_api2(module: &str, function: &str) -> Value {
    object([
        ("apiversion", 2.into()),
        ("error", format!("Could not find function '{function}' in module '{module}'").into()),
        ("func", function.into()),
        ("module", module.into()),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_module_is_answered_in_the_form_of_its_api() {
        let uapi = no_uapi("Email", "list_pops");
        assert_eq!(uapi["result"]["status"], 0);
        let problem = uapi["result"]["errors"][0].as_str().unwrap();
        assert!(problem.starts_with("Failed to load module “Email”"), "{problem}");
        assert_eq!(uapi["result"]["metadata"], serde_json::json!({}));
        let api2 = no_api2("Email", "listpops");
        assert_eq!(api2["error"], "Could not find function 'listpops' in module 'Email'");
        assert!(api2.get("event").is_none());
    }
}
