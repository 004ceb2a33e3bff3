//! `Features::list_features_like`

use api::{Account, Cx, Effect, Flag, Function, Input, Needs, Result};
use functions::domain::features::access::Access;

use super::pattern;

/// Lists the features that the account has and that match a pattern.
#[derive(Input)]
pub struct Params {
    /// Part of a name, or a regular expression.
    pub pattern: String,
    /// Whether it is a regular expression.
    #[param(default = 0)]
    pub is_regex: Flag,
}

/// See [`Params`].
pub struct ListFeaturesLike;

impl Function for ListFeaturesLike {
    const NAME: &'static str = "list_features_like";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<String>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Vec<String>> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let access = Access::of(&*tx, account.record())?;
        pattern::matching(&access, &params.pattern, params.is_regex.0)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::{Calls as _, World};

    #[test]
    fn only_features_that_are_on_are_listed() {
        let world = World::new().account("anna", "root");
        let form = [("pattern", "zoneedit")];
        let list = || world.uapi_data("anna", "Features", "list_features_like", &form);
        assert_eq!(list(), json!(["simplezoneedit", "zoneedit"]));
        let off = [("user", "anna"), ("features", r#"{"zoneedit":0}"#)];
        world.call("root", "add_override_features_for_user", &off).unwrap();
        assert_eq!(list(), json!(["simplezoneedit"]));
    }

    #[test]
    fn a_pattern_is_needed() {
        let world = World::new().account("anna", "root");
        let said = world.uapi_refusal("anna", "Features", "list_features_like", &[]);
        assert_eq!(said, "pattern: is required");
    }
}
