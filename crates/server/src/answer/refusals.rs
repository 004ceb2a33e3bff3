//! Ready bodies for calls that reach no function: their envelopes are fixed, whatever was asked.

use api::{Value, object};

use super::uapi::Answer;

/// What `/json-api` and `/xml-api` answer without valid credentials, whatever the version.
pub fn access_denied() -> Value {
    let data = object([("reason", "Access denied".into()), ("result", "0".into())]);
    let answer = object([
        ("apiversion", "2".into()),
        ("error", "Access denied".into()),
        ("data", data),
        ("type", "text".into()),
    ]);
    object([("cpanelresult", answer)])
}

/// What `/execute` answers without valid credentials; `said` is why.
pub fn uapi_denied(said: &str) -> Value {
    Answer::failure(said).flat()
}

/// What UAPI answers for a module or function that there is none of.
pub fn uapi_unknown(module: &str, function: &str) -> Answer {
    Answer::failure(&format!(
        "Failed to load module “{module}”: this server has no function “{module}::{function}”."
    ))
}

/// What API 2 answers for a function that there is none of.
pub fn api2_unknown(module: &str, function: &str) -> Value {
    let error = format!("Could not find function '{function}' in module '{module}'");
    let answer = object([
        ("apiversion", 2.into()),
        ("error", error.into()),
        ("func", function.into()),
        ("module", module.into()),
    ]);
    object([("cpanelresult", answer)])
}

/// What the account-level API 1 answers for a function that there is none of.
pub fn api1_unknown(module: &str, function: &str) -> Value {
    let reason = format!("{module}::{function} failed: Undefined subroutine");
    object([
        ("apiversion", "1".into()),
        ("type", "event".into()),
        ("module", module.into()),
        ("func", function.into()),
        ("source", "module".into()),
        ("data", object([("result", "".into())])),
        ("event", object([("result", 0.into()), ("reason", reason.into())])),
    ])
}

/// What a relay answers that names no account, or one that the caller may not act for.
pub fn relay_without_user() -> Value {
    relay("User parameter is invalid or was not supplied")
}

/// What a relay answers that relays nothing, and why.
pub fn relay(reason: &str) -> Value {
    object([
        ("data", object([("reason", reason.into()), ("result", "0".into())])),
        ("type", "text".into()),
        ("error", reason.into()),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::{Format, write_tree};

    fn text(tree: &Value, format: Format) -> String {
        let mut out = Vec::new();
        write_tree(tree, "cpanelresult", format, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn access_denied_to_the_byte() {
        assert_eq!(
            text(&access_denied(), Format::Json),
            r#"{"cpanelresult":{"apiversion":"2","error":"Access denied","data":{"reason":"Access denied","result":"0"},"type":"text"}}"#
        );
        assert_eq!(
            text(&access_denied(), Format::Xml),
            "<?xml version=\"1.0\" ?><cpanelresult><apiversion>2</apiversion>\
             <error>Access denied</error><data><reason>Access denied</reason><result>0</result>\
             </data><type>text</type></cpanelresult>"
        );
    }

    #[test]
    fn the_relay_names_the_user() {
        assert_eq!(
            text(&relay_without_user(), Format::Json),
            r#"{"data":{"reason":"User parameter is invalid or was not supplied","result":"0"},"type":"text","error":"User parameter is invalid or was not supplied"}"#
        );
    }

    #[test]
    fn unknown_functions_of_the_account_level() {
        assert_eq!(
            text(&api2_unknown("Email", "nope"), Format::Json),
            r#"{"cpanelresult":{"apiversion":2,"error":"Could not find function 'nope' in module 'Email'","func":"nope","module":"Email"}}"#
        );
        assert_eq!(
            text(&api1_unknown("Email", "nope"), Format::Json),
            r#"{"apiversion":"1","type":"event","module":"Email","func":"nope","source":"module","data":{"result":""},"event":{"result":0,"reason":"Email::nope failed: Undefined subroutine"}}"#
        );
    }
}
