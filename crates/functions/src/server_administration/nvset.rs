//! `nvset`

use api::{Acl, Cx, Effect, Error, Function, Input, Needs, Output, Result};

use super::nvget::Datum;
use crate::domain::personal::{self, StoreName};

/// Keeps a value for the caller's pages.
#[derive(Debug, Input)]
pub struct Params {
    /// Its name.
    pub key: String,
    /// The value, at most 2048 characters.
    pub value: String,
    /// The store that it goes into; the one without a name where it is absent.
    pub store: Option<StoreName>,
}

/// The value.
#[derive(Debug, Output)]
pub struct Reply {
    /// The value with its name.
    pub nvdatum: Datum,
}

/// See [`Params`].
pub struct NvSet;

impl Function for NvSet {
    const NAME: &'static str = "nvset";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::BasicWhmFunctions]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let Params { key, value, store } = params;
        for (name, text) in [("key", &key), ("value", &value)] {
            personal::check(text).map_err(|problem| Error::param(name, problem))?;
        }
        personal::set(cx, &store.unwrap_or_default(), &[(&key, Some(&value))])?;
        Ok(Reply { nvdatum: Datum { key, value: Some(value) } })
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::World;

    #[test]
    fn the_last_value_stays() {
        let world = World::new();
        for value in ["1", "2"] {
            let form = [("key", "datastore_version"), ("value", value)];
            assert_eq!(world.data("root", "nvset", &form)["nvdatum"]["value"], value);
        }
        assert_eq!(world.data("root", "nvget", &[("key", "datastore_version")])["value"], "2");
    }

    #[test]
    fn what_is_too_long_is_named() {
        let (world, long) = (World::new(), "x".repeat(2049));
        for (name, form) in [
            ("value", [("key", "a"), ("value", long.as_str())]),
            ("key", [("key", &long), ("value", "a")]),
        ] {
            assert!(world.refusal("root", "nvset", &form).starts_with(name));
        }
        let form = [("key", "a"), ("value", "b"), ("store", &long)];
        assert!(world.refusal("root", "nvset", &form).starts_with("store: "));
    }
}
