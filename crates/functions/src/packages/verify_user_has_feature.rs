//! `verify_user_has_feature`

use api::{Acl, Cx, Effect, Flag, Function, Input, Needs, Output, Result, UserName};

use crate::domain::features::access::Access;

/// Says whether an account may use a feature.
#[derive(Debug, Input)]
pub struct Params {
    /// The feature. What is no feature counts as allowed.
    pub feature: String,
    /// The account.
    pub user: UserName,
}

/// The answer.
#[derive(Debug, Output)]
pub struct Reply {
    /// Whether the account may.
    pub has_feature: Flag,
    /// The feature that was asked for.
    pub query_feature: String,
}

/// See [`Params`].
pub struct VerifyUserHasFeature;

impl Function for VerifyUserHasFeature {
    const NAME: &'static str = "verify_user_has_feature";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::AcctSummary]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let tx = cx.host.store.read()?;
        let account = cx.account(&*tx, &params.user)?;
        let has = Access::of(&*tx, account.record())?.has(&params.feature);
        Ok(Reply { has_feature: Flag(has), query_feature: params.feature })
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;
    use serde_json::json;

    use crate::testing::World;

    fn ask(world: &World, feature: &str) -> api::Value {
        let form = [("user", "anna"), ("feature", feature)];
        world.data("root", "verify_user_has_feature", &form)["has_feature"].clone()
    }

    #[test]
    fn the_list_counts_and_what_is_no_feature_is_allowed() {
        let world = World::new();
        world.data("root", "create_featurelist", &[("featurelist", "slim"), ("cron", "1")]);
        world.data("root", "addpkg", &[("name", "gold"), ("featurelist", "slim")]);
        let world = world.account_on("anna", "root", "gold");
        assert_eq!((ask(&world, "cron"), ask(&world, "ssh")), (1.into(), 0.into()));
        let form = [("user", "anna"), ("feature", "nope")];
        let reply = world.data("root", "verify_user_has_feature", &form);
        assert_eq!(reply, json!({"has_feature": 1, "query_feature": "nope"}));
    }

    #[test]
    fn what_is_disabled_for_all_no_override_brings_back() {
        let world = World::new().account_on("anna", "root", "default");
        let form = [("user", "anna"), ("features", r#"{"ssh":1}"#)];
        world.data("root", "add_override_features_for_user", &form);
        world.data("root", "update_featurelist", &[("featurelist", "disabled"), ("ssh", "0")]);
        assert_eq!((ask(&world, "ssh"), ask(&world, "cron")), (0.into(), 1.into()));
        world.data("root", "update_featurelist", &[("featurelist", "disabled"), ("ssh", "1")]);
        assert_eq!(ask(&world, "ssh"), 1);
    }

    #[test]
    fn an_account_of_others_is_not_there() {
        let world =
            World::new().reseller("bob", &[Acl::AcctSummary]).account_on("anna", "root", "default");
        let form = [("user", "anna"), ("feature", "ssh")];
        let said = world.refusal("bob", "verify_user_has_feature", &form);
        assert_eq!(said, "There is no account “anna”.");
    }
}
