//! The account-level APIs by path: `/execute/M/f`, and the relay `/json-api/cpanel` of an account's
//! own listener. No function of theirs exists yet, so what a caller gets is the refusal of each
//! envelope.

use std::io;

use api::{Caller, Form, Value};
use serde_json::json;

use crate::answer::{self, Format};

/// What a user who must change the password is told on these paths.
const MUST_CHANGE: &str =
    "The password must be changed first: log in with a browser and choose a new one.";

/// Answers `/execute/M/f`, whose envelope is flat.
pub(super) fn execute(
    caller: &Caller,
    module: &str,
    function: &str,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let reason = reason(caller, || not_loaded(module, function));
    answer::write_tree(&flat_failure(&reason), "result", Format::Json, out)
}

/// Answers the relay: `cpanel_jsonapi_*` or `cpanel_xmlapi_*` name the call and the envelope.
pub(super) fn relay(
    caller: &Caller,
    form: &Form,
    format: Format,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let named = |part: &str| {
        let names = [format!("cpanel_jsonapi_{part}"), format!("cpanel_xmlapi_{part}")];
        names.iter().find_map(|name| form.last(name)).unwrap_or_default()
    };
    let (module, function) = (named("module"), named("func"));
    let tree = match named("apiversion") {
        "3" => nested(module, function, &reason(caller, || not_loaded(module, function))),
        "1" => event(module, function, &reason(caller, || undefined(module, function))),
        _ => second(module, function, &reason(caller, || not_found(module, function))),
    };
    // In XML the root is named as the wrapper of version 2 is in JSON.
    let inner = tree.get("cpanelresult").filter(|_| format == Format::Xml).unwrap_or(&tree);
    answer::write_tree(inner, "cpanelresult", format, out)
}

/// A failure in the flat envelope of UAPI.
pub(super) fn flat_failure(reason: &str) -> Value {
    json!({
        "status": 0,
        "errors": [reason],
        "messages": null,
        "warnings": null,
        "data": null,
        "metadata": {},
    })
}

fn reason(caller: &Caller, otherwise: impl Fn() -> String) -> String {
    if caller.must_change { MUST_CHANGE.to_owned() } else { otherwise() }
}

fn not_loaded(module: &str, function: &str) -> String {
    format!("Failed to load module \"{module}\": there is no function {module}::{function}.")
}

fn not_found(module: &str, function: &str) -> String {
    format!("Could not find function '{function}' in module '{module}'")
}

fn undefined(module: &str, function: &str) -> String {
    format!("{module}::{function} failed: Undefined subroutine")
}

fn nested(module: &str, function: &str, reason: &str) -> Value {
    json!({"apiversion": 3, "module": module, "func": function, "result": flat_failure(reason)})
}

fn second(module: &str, function: &str, reason: &str) -> Value {
    json!({"cpanelresult": {
        "apiversion": 2,
        "error": reason,
        "func": function,
        "module": module,
    }})
}

fn event(module: &str, function: &str, reason: &str) -> Value {
    json!({
        "apiversion": "1",
        "type": "event",
        "module": module,
        "func": function,
        "source": "module",
        "data": {"result": ""},
        "event": {"result": 0, "reason": reason},
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_envelope_has_the_marks_that_clients_look_for() {
        let flat = flat_failure(&not_loaded("Email", "nope")).to_string();
        assert!(flat.starts_with(r#"{"status":0,"errors":["Failed to load module \"Email\""#));
        assert!(flat.contains(r#""data":null"#));
        let second = second("Email", "nope", &not_found("Email", "nope")).to_string();
        assert_eq!(
            second,
            r#"{"cpanelresult":{"apiversion":2,"error":"Could not find function 'nope' in module 'Email'","func":"nope","module":"Email"}}"#
        );
        let nested = nested("Email", "nope", "x");
        assert_eq!(nested["result"]["status"], 0);
        let event = event("Email", "nope", &undefined("Email", "nope"));
        assert_eq!(event["event"]["result"], 0);
        assert!(
            event["event"]["reason"].as_str().unwrap().contains("failed: Undefined subroutine")
        );
    }
}
