//! `remove_override_features_for_user`

use api::{
    Acl, Cx, Effect, Function, Input, JsonText, Needs, Result, UserName,
    records::{Cell, FeatureOverride, Where, is},
};

use crate::domain::{
    accounts::rights,
    change::{Change, OnFailure},
    features,
};

/// Drops what was forced on or off for one account, so that its feature list counts again.
#[derive(Debug, Input)]
pub struct Params {
    /// Features by their names: `["sslinstall","videotut"]`.
    pub features: JsonText<Vec<String>>,
    /// The account.
    pub user: UserName,
}

/// See [`Params`].
pub struct RemoveOverrideFeaturesForUser;

impl Function for RemoveOverrideFeaturesForUser {
    const NAME: &'static str = "remove_override_features_for_user";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditAccount]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let names = params.features.0;
        names.iter().try_for_each(|name| features::check("features", name))?;
        let mut change = Change::begin(cx)?;
        let account = rights::account(cx, change.tx(), &params.user)?;
        let cells: Vec<Cell<'_>> = names.iter().map(Cell::from).collect();
        change.remove::<FeatureOverride>(&[
            is("account", account.name()),
            Where::In("feature", cells),
        ])?;
        change.commit(OnFailure::Undo)
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;

    use crate::testing::World;

    fn world() -> World {
        let world =
            World::new().reseller("bob", &[Acl::EditAccount]).account_on("anna", "root", "default");
        let form = [("user", "anna"), ("features", r#"{"cron":0,"ssh":0}"#)];
        world.data("root", "add_override_features_for_user", &form);
        world
    }

    fn has(world: &World, feature: &str) -> api::Value {
        let form = [("user", "anna"), ("feature", feature)];
        world.data("root", "verify_user_has_feature", &form)["has_feature"].clone()
    }

    #[test]
    fn the_list_counts_again_for_what_is_named() {
        let world = world();
        let form = [("user", "anna"), ("features", r#"["cron","backup"]"#)];
        world.data("root", "remove_override_features_for_user", &form);
        assert_eq!((has(&world, "cron"), has(&world, "ssh")), (1.into(), 0.into()));
    }

    #[test]
    fn an_empty_list_and_a_strange_name_change_nothing() {
        let world = world();
        world.data(
            "root",
            "remove_override_features_for_user",
            &[("user", "anna"), ("features", "[]")],
        );
        let form = [("user", "anna"), ("features", r#"["cron","nope"]"#)];
        let said = world.refusal("root", "remove_override_features_for_user", &form);
        assert_eq!(said, "features: “nope” is no feature");
        assert_eq!(has(&world, "cron"), 0);
    }

    #[test]
    fn an_account_of_others_is_not_there() {
        let form = [("user", "anna"), ("features", r#"["cron"]"#)];
        let said = world().refusal("bob", "remove_override_features_for_user", &form);
        assert_eq!(said, "There is no account “anna”.");
    }
}
