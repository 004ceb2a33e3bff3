//! `nvget`

use api::{Acl, Cx, Effect, Function, Input, Needs, Output, Result};

use crate::domain::personal::{self, StoreName};

/// Gives a value that pages keep for the caller.
#[derive(Debug, Input)]
pub struct Params {
    /// Its name.
    pub key: String,
    /// The store that it is in; the one without a name where it is absent.
    pub store: Option<StoreName>,
}

/// The value.
#[derive(Debug, Output)]
pub struct Reply {
    /// The value with its name.
    pub nvdatum: Datum,
    /// The value once more, where clients without a version look for it.
    pub value: Option<String>,
}

/// A value with its name.
#[derive(Debug, Output)]
pub struct Datum {
    /// The name.
    pub key: String,
    /// The value; null where there is none.
    pub value: Option<String>,
}

/// See [`Params`].
pub struct NvGet;

impl Function for NvGet {
    const NAME: &'static str = "nvget";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::BasicWhmFunctions]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let value = personal::get(cx, &params.store.unwrap_or_default(), &params.key)?;
        Ok(Reply { nvdatum: Datum { key: params.key, value: value.clone() }, value })
    }
}

#[cfg(test)]
mod tests {
    use api::{Acl, Value};

    use crate::testing::World;

    #[test]
    fn each_user_has_the_own_values() {
        let world = World::new().reseller("bob", &[Acl::BasicWhmFunctions]);
        world.data("bob", "nvset", &[("key", "view"), ("value", "wide"), ("store", "s")]);
        let get = |user: &str, form: &[(&str, &str)]| world.data(user, "nvget", form);
        let expected =
            serde_json::json!({"nvdatum": {"key": "view", "value": "wide"}, "value": "wide"});
        assert_eq!(get("bob", &[("key", "view"), ("store", "s")]), expected);
        assert_eq!(get("bob", &[("key", "view")])["value"], Value::Null);
        assert_eq!(get("root", &[("key", "view"), ("store", "s")])["value"], Value::Null);
        assert_eq!(world.refusal("bob", "nvget", &[]), "key: is required");
    }
}
