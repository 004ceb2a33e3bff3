//! The account-level APIs by path: `/execute/M/f`, and the relay `/json-api/cpanel` of an account's
//! own listener. No function of theirs exists yet, so what a caller gets is the refusal of each
//! envelope.

use std::io;

use api::{Caller, Form, Value};

use super::refuse::RELAY;
use crate::{
    answer::{self, Format, refusals, uapi::Answer},
    call::MUST_CHANGE,
};

/// Answers `/execute/M/f`, whose envelope is flat.
pub(super) fn execute(
    caller: &Caller,
    module: &str,
    function: &str,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let tree = called(caller, module, function).flat();
    answer::write_tree(&tree, RELAY, Format::Json, out)
}

/// Answers the relay: `cpanel_jsonapi_*` or `cpanel_xmlapi_*` name the call and the envelope.
pub(super) fn relay(
    caller: &Caller,
    form: &Form,
    format: Format,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    answer::write_tree(&relayed(caller, form), RELAY, format, out)
}

fn relayed(caller: &Caller, form: &Form) -> Value {
    let named = |part: &str| {
        let names = [format!("cpanel_jsonapi_{part}"), format!("cpanel_xmlapi_{part}")];
        names.iter().find_map(|name| form.last(name)).unwrap_or_default()
    };
    let (module, function) = (named("module"), named("func"));
    match named("apiversion") {
        "3" => called(caller, module, function).nested(module, function),
        _ if caller.must_change => refusals::relay(MUST_CHANGE),
        "1" => refusals::api1_unknown(module, function),
        // Version 2 unless they say otherwise; some misspell the parameter.
        _ => refusals::api2_unknown(module, function),
    }
}

fn called(caller: &Caller, module: &str, function: &str) -> Answer {
    if caller.must_change {
        return Answer::failure(MUST_CHANGE);
    }
    refusals::uapi_unknown(module, function)
}

#[cfg(test)]
mod tests {
    use api::{AclSet, Rank, caller::Proof, records::Service};

    use super::*;

    fn amy(must_change: bool) -> Caller {
        Caller {
            user: "amy".parse().unwrap(),
            rank: Rank::Account,
            service: Service::Cpanel,
            owner_acls: AclSet::default(),
            acls: AclSet::default(),
            proof: Proof::Password,
            source: None,
            secure: true,
            must_change,
        }
    }

    fn form(prefix: &str, version: Option<&str>) -> Form {
        let version = version.map(|version| (format!("{prefix}_apiversion"), version.to_owned()));
        let call = [("module", "Email"), ("func", "nope")]
            .map(|(part, text)| (format!("{prefix}_{part}"), text.to_owned()));
        call.into_iter().chain(version).collect()
    }

    #[test]
    fn the_relay_answers_in_the_envelope_that_was_named_or_in_that_of_version_2() {
        for prefix in ["cpanel_jsonapi", "cpanel_xmlapi"] {
            let answer = |version| relayed(&amy(false), &form(prefix, version));
            assert_eq!(answer(Some("3"))["result"]["status"], 0);
            assert_eq!(answer(Some("1"))["event"]["result"], 0);
            let second = answer(None);
            assert_eq!(second, answer(Some("2")));
            assert_eq!(
                second["cpanelresult"]["error"],
                "Could not find function 'nope' in module 'Email'"
            );
        }
    }

    #[test]
    fn who_must_change_the_password_is_told_so_in_every_envelope() {
        for version in [None, Some("1"), Some("2"), Some("3")] {
            let answer = relayed(&amy(true), &form("cpanel_jsonapi", version));
            assert!(answer.to_string().contains(MUST_CHANGE), "{version:?}: {answer}");
        }
        let mut flat = Vec::new();
        execute(&amy(true), "Email", "nope", &mut flat).unwrap();
        assert!(String::from_utf8(flat).unwrap().contains(MUST_CHANGE));
    }
}
