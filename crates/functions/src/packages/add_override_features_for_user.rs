//! `add_override_features_for_user`

use std::collections::BTreeMap;

use api::{
    Acl, Cx, Effect, Flag, Function, Input, JsonText, Needs, OneOrZero, Result, UserName,
    records::FeatureOverride,
};

use crate::domain::{
    accounts::rights,
    change::{Change, OnFailure},
    features::{self, access},
};

/// Forces features on or off for one account, whatever its feature list says.
#[derive(Debug, Input)]
pub struct Params {
    /// Features by their names, 1 for on and 0 for off: `{"backup":1}`.
    pub features: JsonText<BTreeMap<String, OneOrZero>>,
    /// The account.
    pub user: UserName,
}

/// See [`Params`].
pub struct AddOverrideFeaturesForUser;

impl Function for AddOverrideFeaturesForUser {
    const NAME: &'static str = "add_override_features_for_user";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditAccount]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let wanted = params.features.0;
        wanted.keys().try_for_each(|name| features::check("features", name))?;
        let mut change = Change::begin(cx)?;
        let account = rights::account(cx, change.tx(), &params.user)?;
        let on: Vec<&str> =
            wanted.iter().filter(|(_, flag)| flag.0).map(|(name, _)| &**name).collect();
        access::check_may_give(change.tx(), cx.caller, Some("features"), &on)?;
        for (feature, flag) in wanted {
            let (account, enabled) = (account.name().clone(), Flag(flag.0));
            change.save(&FeatureOverride { account, feature, enabled })?;
        }
        change.commit(OnFailure::Undo)
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;

    use crate::testing::World;

    fn has(world: &World, feature: &str) -> api::Value {
        let form = [("user", "anna"), ("feature", feature)];
        world.data("root", "verify_user_has_feature", &form)["has_feature"].clone()
    }

    #[test]
    fn an_override_counts_before_the_list() {
        let world = World::new();
        world.data("root", "create_featurelist", &[("featurelist", "slim"), ("cron", "1")]);
        world.data("root", "addpkg", &[("name", "gold"), ("featurelist", "slim")]);
        let world = world.account_on("anna", "root", "gold");
        let form = [("user", "anna"), ("features", r#"{"backup":"1","cron":0}"#)];
        world.data("root", "add_override_features_for_user", &form);
        assert_eq!((has(&world, "backup"), has(&world, "cron")), (1.into(), 0.into()));
    }

    #[test]
    fn what_is_no_feature_is_refused_and_nothing_changes() {
        let world = World::new().account_on("anna", "root", "default");
        let form = [("user", "anna"), ("features", r#"{"cron":0,"nope":1}"#)];
        let said = world.refusal("root", "add_override_features_for_user", &form);
        assert_eq!(said, "features: “nope” is no feature");
        assert_eq!(has(&world, "cron"), 1);
        let form = [("user", "anna"), ("features", r#"["cron"]"#)];
        let said = world.refusal("root", "add_override_features_for_user", &form);
        assert!(said.starts_with("features: "), "{said}");
    }

    #[test]
    fn a_reseller_gives_what_it_has_to_its_own_accounts() {
        let world = World::new()
            .reseller("bob", &[Acl::EditAccount])
            .account_on("anna", "bob", "default")
            .account_on("carl", "root", "default");
        world.data("root", "update_featurelist", &[("featurelist", "default"), ("ssh", "0")]);
        let form = [("user", "carl"), ("features", r#"{"cron":0}"#)];
        let said = world.refusal("bob", "add_override_features_for_user", &form);
        assert_eq!(said, "There is no account “carl”.");
        let form = [("user", "anna"), ("features", r#"{"ssh":1}"#)];
        let said = world.refusal("bob", "add_override_features_for_user", &form);
        assert_eq!(said, "features: “ssh” is not yours to give.");
        let form = [("user", "anna"), ("features", r#"{"cron":0}"#)];
        world.data("bob", "add_override_features_for_user", &form);
        assert_eq!(has(&world, "cron"), 0);
    }
}
