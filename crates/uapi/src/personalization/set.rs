//! `Personalization::set`

use std::collections::BTreeMap;

use api::{Cx, Effect, Function, Input, JsonText, Needs, Result, Value};
use functions::server_administration::personalization_set::{self, PersonalizationSet};

/// Keeps values for the account's pages. Each goes well or not by itself.
#[derive(Input)]
pub struct Params {
    /// The values by name, as a JSON object, each of at most 2048 characters. Null forgets one.
    pub personalization: Option<JsonText<BTreeMap<String, Value>>>,
}

/// See [`Params`].
pub struct Set;

impl Function for Set {
    const NAME: &'static str = "set";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = personalization_set::Reply;

    fn run(cx: &Cx<'_>, Params { personalization }: Params) -> Result<Self::Reply> {
        let personalization = personalization.unwrap_or(JsonText(BTreeMap::new()));
        PersonalizationSet::run(cx, personalization_set::Params { personalization, store: None })
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{Calls as _, World};

    #[test]
    fn a_bad_value_leaves_the_good_ones() {
        let world = World::new().account("anna", "root");
        let form = [("personalization", r#"{"a":"x","b":[1]}"#)];
        let data = world.uapi_data("anna", "Personalization", "set", &form);
        let outcome = |name: &str| data["personalization"][name]["success"].clone();
        assert_eq!((outcome("a"), outcome("b")), (1.into(), 0.into()));
        let said =
            world.uapi_refusal("anna", "Personalization", "set", &[("personalization", "[]")]);
        assert!(said.starts_with("personalization: "), "{said}");
    }
}
