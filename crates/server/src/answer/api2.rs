//! The envelope of cPanel API 2. Scripts look for bytes in it: there is no key `error` in a success,
//! and a failure within a function leaves the event good.

use api::{Effect, Error, Form, Kind, Result, Value, object};
use serde_json::Map;

use super::{
    controls::{Controls, Dialect},
    list::control,
    refusals,
};
use crate::call::Called;

/// The whole answer.
pub(super) fn answer(called: Called, form: &Form) -> Value {
    let Called { module, function, entry, ran, result, .. } = called;
    let Some(entry) = entry else { return refusals::api2_unknown(&module, &function) };
    let done = result
        .and_then(|data| Ok(rows(data.into_tree()?)))
        .and_then(|rows| controlled(rows, form, entry.effect));
    let mut answer = Map::new();
    let mut put = |key: &str, value: Value| drop(answer.insert(key.to_owned(), value));
    put("apiversion", 2.into());
    let name = module.clone();
    put("module", module.into());
    put("func", function.into());
    match done {
        Ok((rows, told)) => {
            put("data", rows.into());
            for (key, value) in told {
                put(key, value);
            }
            put("event", object([("result", 1.into())]));
        }
        Err(problem) => {
            put("data", vec![failure(&name, &problem)].into());
            put("event", event(&problem, ran));
            put("error", problem.to_string().into());
        }
    }
    object([("cpanelresult", Value::Object(answer))])
}

/// The rows that a function answered.
fn rows(data: Option<Value>) -> Vec<Value> {
    match data {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Array(rows)) => rows,
        Some(one) => vec![one],
    }
}

type Controlled = (Vec<Value>, Vec<(&'static str, Value)>);

fn controlled(rows: Vec<Value>, form: &Form, effect: Effect) -> Result<Controlled> {
    let (rows, counts) = match Controls::of_account(form, Dialect::Api2) {
        // What changed something is not called failed for a control that is wrong.
        Err(_) if effect == Effect::Changes => return Ok((rows, Vec::new())),
        controls => control(rows, &controls?)?,
    };
    Ok((rows, counts.account_entries().filter(|(key, _)| *key != "transformed").collect()))
}

/// The row of a failure.
fn failure(module: &str, problem: &Error) -> Value {
    let reason = Value::from(problem.to_string());
    let mut row = Map::new();
    row.insert("result".to_owned(), 0.into());
    row.insert("reason".to_owned(), reason.clone());
    // Clients that install certificates show what stands there.
    if module == "SSL" {
        row.insert("output".to_owned(), reason);
    }
    Value::Object(row)
}

/// The event is good where the function itself said no.
fn event(problem: &Error, ran: bool) -> Value {
    if ran && problem.kind() != Kind::Internal {
        return object([("result", 1.into())]);
    }
    object([("result", 0.into()), ("reason", problem.to_string().into())])
}

#[cfg(test)]
mod tests {
    use api::{AccountApi, Data, Entry, function::Notes};

    use super::*;

    fn answered(ran: bool, result: Result<Data>, form: &[(&str, &str)]) -> String {
        let form: Form =
            form.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        let entry: Option<&'static Entry> = functions::find("version");
        let called = Called {
            api: AccountApi::Two,
            module: "Email".to_owned(),
            function: "listpops".to_owned(),
            entry,
            ran,
            result,
            notes: Notes::default(),
        };
        answer(called, &form).to_string()
    }

    fn tree(json: Value) -> Data {
        Data::Tree(json)
    }

    #[test]
    fn a_success_to_the_byte() {
        assert_eq!(
            answered(true, Ok(tree(serde_json::json!([{"email": "a@b.test"}]))), &[]),
            r#"{"cpanelresult":{"apiversion":2,"module":"Email","func":"listpops","data":[{"email":"a@b.test"}],"event":{"result":1}}}"#
        );
        assert!(answered(true, Ok(Data::None), &[]).contains(r#""data":[]"#));
    }

    #[test]
    fn a_failure_within_leaves_the_event_good_and_one_before_does_not() {
        let no = || Err(Error::param("domain", "is required"));
        assert_eq!(
            answered(true, no(), &[]),
            r#"{"cpanelresult":{"apiversion":2,"module":"Email","func":"listpops","data":[{"result":0,"reason":"domain: is required"}],"event":{"result":1},"error":"domain: is required"}}"#
        );
        let before = answered(false, no(), &[]);
        let event = r#""event":{"result":0,"reason":"domain: is required"}"#;
        assert!(before.contains(event), "{before}");
    }

    #[test]
    fn pages_are_told_beside_the_data() {
        let rows = serde_json::json!([{"a": 1}, {"a": 2}, {"a": 3}]);
        let form =
            [("api2_paginate", "1"), ("api2_paginate_size", "2"), ("api2_paginate_start", "3")];
        let answer = answered(true, Ok(tree(rows)), &form);
        assert!(answer.contains(r#""data":[{"a":3}],"paginate":{"total_pages":2"#), "{answer}");
    }
}
