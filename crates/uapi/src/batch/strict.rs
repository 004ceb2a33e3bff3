//! `Batch::strict`

use api::{
    AccountApi, AccountCall, Cx, Effect, Error, Form, Function, Input, Needs, Param, Result, Type,
    Value,
};

/// Runs several functions in order, and stops at the first that fails.
#[derive(Input)]
pub struct Params {
    /// The calls, each a JSON array: the module, the function, and an object of its parameters where
    /// it has any. A list in it is one parameter given several times.
    #[param(family)]
    pub command: Vec<Command>,
}

/// A call.
pub struct Command {
    module: String,
    function: String,
    form: Form,
}

impl Param for Command {
    const TYPE: Type = Type::Json;

    fn read(texts: &[&str]) -> Result<Self, String> {
        let wrong =
            || "is not a JSON array of a module, a function and perhaps an object".to_owned();
        let text = api::form::one(texts)?;
        let parts: Vec<Value> = serde_json::from_str(text).map_err(|_| wrong())?;
        let (call, parameters) = parts.split_at_checked(2).ok_or_else(wrong)?;
        let [Value::String(module), Value::String(function)] = call else { return Err(wrong()) };
        let mut form = Form::default();
        match parameters {
            [] => {}
            [Value::Object(map)] => {
                map.iter().for_each(|(name, value)| add(&mut form, name, value));
            }
            _ => return Err(wrong()),
        }
        Ok(Self { module: module.clone(), function: function.clone(), form })
    }
}

/// Adds a parameter as the text that a form would have.
fn add(form: &mut Form, name: &str, value: &Value) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| add(form, name, value)),
        Value::String(text) => form.push(name, text.as_str()),
        Value::Bool(truth) => form.push(name, if *truth { "1" } else { "0" }),
        Value::Null => form.push(name, ""),
        other => form.push(name, other.to_string()),
    }
}

/// See [`Params`].
pub struct Strict;

impl Function for Strict {
    const NAME: &'static str = "strict";
    const NEEDS: Needs = Needs::ACCOUNT;
    // The functions that are called say themselves whether they change anything.
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Value>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Vec<Value>> {
        if params.command.is_empty() {
            return Err(Error::param("command", "is required"));
        }
        if params.command.iter().any(|command| command.module == "Batch") {
            return Err(Error::param("command", "may not be a batch itself"));
        }
        let mut results = Vec::with_capacity(params.command.len());
        for Command { module, function, form } in &params.command {
            let call = AccountCall { user: None, api: AccountApi::Three, module, function, form };
            let result = cx.relay.account(&call)?;
            let failure = failure(&result);
            results.push(result);
            if let Some(reason) = failure {
                let place = results.len();
                cx.failed(format!("Command {place}, {module}::{function}, failed: {reason}"));
                break;
            }
        }
        Ok(results)
    }
}

/// Why a call failed, if it did.
fn failure(result: &Value) -> Option<String> {
    if result.get("status").and_then(Value::as_i64) == Some(1) {
        return None;
    }
    let errors = result.get("errors").and_then(Value::as_array).into_iter().flatten();
    Some(errors.filter_map(Value::as_str).collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::{Calls as _, World};

    #[test]
    fn calls_run_in_order_until_one_fails() {
        let world = World::new().account("anna", "root");
        let form = [
            ("command-2", r#"["Session","nothing_like_it"]"#),
            ("command-0", r#"["PasswdStrength","get_required_strength",{"app":"ftp"}]"#),
            ("command-1", r#"["Quota","get_quota_info"]"#),
            ("command-3", r#"["Quota","get_quota_info",{}]"#),
        ];
        let answer = world.uapi("anna", "Batch", "strict", &form).unwrap();
        let statuses: Vec<_> =
            answer.data.as_array().unwrap().iter().map(|one| one["status"].clone()).collect();
        assert_eq!(statuses, [json!(1), json!(1), json!(0)]);
        assert!(answer.data[0]["data"]["strength"].is_number());
        let said = &answer.notes.errors[0];
        assert!(said.starts_with("Command 3, Session::nothing_like_it, failed: "), "{said}");
    }

    #[test]
    fn what_is_no_call_and_a_batch_within_are_refused() {
        let world = World::new().account("anna", "root");
        for command in ["", "x", "[]", r#"["Quota"]"#, r#"["Quota",1]"#, r#"["Quota","a",[]]"#] {
            let said = world.uapi_refusal("anna", "Batch", "strict", &[("command", command)]);
            assert!(said.starts_with("command: is not a JSON array"), "{command}: {said}");
        }
        let nested = [("command", r#"["Batch","strict",{"command":"[]"}]"#)];
        let said = world.uapi_refusal("anna", "Batch", "strict", &nested);
        assert_eq!(said, "command: may not be a batch itself");
        let none = world.uapi_refusal("anna", "Batch", "strict", &[]);
        assert_eq!(none, "command: is required");
    }
}
