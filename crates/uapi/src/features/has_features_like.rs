//! `Features::has_features_like`

use api::{Account, Cx, Effect, Flag, Function, Input, Needs, Output, Result};
use functions::domain::features::access::Access;

use super::pattern;

/// Tells whether the account has any feature that matches a pattern.
#[derive(Input)]
pub struct Params {
    /// Part of a name, or a regular expression.
    pub pattern: String,
    /// Whether it is a regular expression.
    #[param(default = 0)]
    pub is_regex: Flag,
}

/// What `has_features_like` answers.
#[derive(Output)]
pub struct Reply {
    /// Whether there is one.
    pub has_matching_features: Flag,
}

/// See [`Params`].
pub struct HasFeaturesLike;

impl Function for HasFeaturesLike {
    const NAME: &'static str = "has_features_like";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let access = Access::of(&*tx, account.record())?;
        let found = pattern::matching(&access, &params.pattern, params.is_regex.0)?;
        Ok(Reply { has_matching_features: Flag(!found.is_empty()) })
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{Calls as _, World};

    #[test]
    fn parts_and_expressions_match_what_is_on() {
        let world = World::new().account("anna", "root");
        let has = |pattern, is_regex| {
            let form = [("pattern", pattern), ("is_regex", is_regex)];
            world.uapi_data("anna", "Features", "has_features_like", &form)["has_matching_features"]
                .clone()
        };
        assert_eq!(has("zone", "0"), 1);
        assert_eq!(has("^simple.*edit$", "1"), 1);
        assert_eq!(has("^simple.*edit$", "0"), 0);
        let wrong = [("pattern", "("), ("is_regex", "1")];
        let said = world.uapi_refusal("anna", "Features", "has_features_like", &wrong);
        assert_eq!(said, "pattern: is not a regular expression");
    }
}
