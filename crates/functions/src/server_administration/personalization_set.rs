//! `personalization_set`

use std::collections::BTreeMap;

use api::{Acl, Cx, Effect, Function, Input, JsonText, Needs, Output, Result, Value};

use super::personalization_get::Outcome;
use crate::domain::personal::{self, StoreName};

/// Keeps values for the caller's pages. Each goes well or not by itself.
#[derive(Debug, Input)]
pub struct Params {
    /// The values by name, each of at most 2048 characters: `{"view":"wide"}`. Null forgets one.
    pub personalization: JsonText<BTreeMap<String, Value>>,
    /// The store that they go into; the one without a name where it is absent.
    pub store: Option<StoreName>,
}

/// How it went.
#[derive(Debug, Output)]
pub struct Reply {
    /// How it went with each value, by name.
    pub personalization: BTreeMap<String, Outcome>,
}

/// See [`Params`].
pub struct PersonalizationSet;

impl Function for PersonalizationSet {
    const NAME: &'static str = "personalization_set";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::BasicWhmFunctions]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let outcome = |(name, value): (String, Value)| {
            let read = personal::check(&name).and_then(|()| personal::value(&value));
            let problem = |problem| Outcome::failed(format!("The name or value {problem}."));
            (name, read.map_or_else(problem, Outcome::ok))
        };
        let outcomes: BTreeMap<_, _> = params.personalization.0.into_iter().map(outcome).collect();
        let good = outcomes.iter().filter(|(_, outcome)| outcome.success.0);
        let values: Vec<_> =
            good.map(|(name, outcome)| (name.as_str(), outcome.value.as_deref())).collect();
        personal::set(cx, &params.store.unwrap_or_default(), &values)?;
        Ok(Reply { personalization: outcomes })
    }
}

#[cfg(test)]
mod tests {
    use api::{Value, records::Personal};

    use crate::testing::World;

    #[test]
    fn each_value_goes_well_or_not_by_itself() {
        let world = World::new();
        let long = "x".repeat(2049);
        let text = serde_json::json!({"a": "x", "b": long, "c": [1]}).to_string();
        let data = world.data("root", "personalization_set", &[("personalization", &text)]);
        let outcome = |name: &str| data["personalization"][name]["success"].clone();
        assert_eq!((outcome("a"), outcome("b"), outcome("c")), (1.into(), 0.into(), 0.into()));
        assert_eq!(data["personalization"]["b"]["value"], Value::Null);
        let rows: Vec<Personal> = world.host.store.read().unwrap().matching(vec![]).unwrap();
        assert_eq!(rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["a"]);
        world.data("root", "personalization_set", &[("personalization", r#"{"a":null}"#)]);
        assert_eq!(world.host.store.read().unwrap().count::<Personal>(&[]).unwrap(), 0);
    }

    #[test]
    fn it_must_be_an_object() {
        let world = World::new();
        for bad in ["", "[]", "{"] {
            let form = [("personalization", bad)];
            let said = world.refusal("root", "personalization_set", &form);
            assert!(said.starts_with("personalization: "), "{said}");
        }
    }
}
