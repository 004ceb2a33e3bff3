//! `personalization_get`

use std::collections::BTreeMap;

use api::{Acl, Cx, Effect, Flag, Function, Input, JsonText, Needs, Output, Result};

use crate::domain::personal::{self, StoreName};

/// Gives values that pages keep for the caller.
#[derive(Debug, Input)]
pub struct Params {
    /// Their names; all of the store where it is absent or null.
    pub names: Option<JsonText<Option<Vec<String>>>>,
    /// The store that they are in; the one without a name where it is absent.
    pub store: Option<StoreName>,
}

/// The values.
#[derive(Debug, Output)]
pub struct Reply {
    /// The values, by name.
    pub personalization: BTreeMap<String, Outcome>,
}

/// How it went with one value.
#[derive(Debug, Clone, Output)]
pub struct Outcome {
    /// `OK`, or what is wrong.
    pub reason: String,
    /// Whether it went well.
    pub success: Flag,
    /// The value; null where there is none.
    pub value: Option<String>,
}

impl Outcome {
    /// One that went well.
    pub(super) fn ok(value: Option<String>) -> Self {
        Self { reason: "OK".to_owned(), success: Flag(true), value }
    }

    /// One that did not.
    pub(super) fn failed(reason: String) -> Self {
        Self { reason, success: Flag(false), value: None }
    }
}

/// See [`Params`].
pub struct PersonalizationGet;

impl Function for PersonalizationGet {
    const NAME: &'static str = "personalization_get";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::BasicWhmFunctions]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let store = params.store.unwrap_or_default();
        let Some(names) = params.names.and_then(|names| names.0) else {
            let rows = personal::all(cx, &store)?;
            let all = rows.into_iter().map(|row| (row.name, Outcome::ok(Some(row.value))));
            return Ok(Reply { personalization: all.collect() });
        };
        let one = |name: String| {
            let outcome = match personal::check(&name) {
                Ok(()) => Outcome::ok(personal::get(cx, &store, &name)?),
                Err(problem) => Outcome::failed(format!("The name {problem}.")),
            };
            Ok((name, outcome))
        };
        Ok(Reply { personalization: names.into_iter().map(one).collect::<Result<_>>()? })
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::World;

    #[test]
    fn a_name_without_a_value_is_there_with_null() {
        let world = World::new();
        world.data("root", "personalization_set", &[("personalization", r#"{"a":"x","b":1}"#)]);
        let get = |form: &[(&str, &str)]| world.data("root", "personalization_get", form);
        let expected = serde_json::json!({"personalization": {
            "a": {"reason": "OK", "success": 1, "value": "x"},
            "none": {"reason": "OK", "success": 1, "value": null},
        }});
        assert_eq!(get(&[("names", r#"["none","a"]"#)]), expected);
        for all in [&[][..], &[("names", "null")]] {
            let data = get(all);
            let names: Vec<_> = data["personalization"].as_object().unwrap().keys().collect();
            assert_eq!(names, ["a", "b"]);
        }
        assert_eq!(get(&[("store", "other")])["personalization"], serde_json::json!({}));
        assert!(
            world.refusal("root", "personalization_get", &[("names", "{}")]).starts_with("names: ")
        );
    }
}
