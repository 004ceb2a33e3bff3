//! `delete_featurelist`

use api::{
    Acl, Cx, Effect, Error, Function, Input, Needs, Output, PackageName, Result,
    records::{FeatureListFeature, FeatureListRecord, is},
};

use crate::domain::{
    change::{Change, OnFailure},
    features::lists,
};

/// Deletes a feature list. Packages and accounts that have it go on as with the list `default`.
#[derive(Debug, Input)]
pub struct Params {
    /// The list; a reseller may leave out the prefix.
    pub featurelist: PackageName,
}

/// What was deleted.
#[derive(Debug, Output)]
pub struct Reply {
    /// The name of the list.
    pub deleted_featurelist: PackageName,
}

/// See [`Params`].
pub struct DeleteFeatureList;

impl Function for DeleteFeatureList {
    const NAME: &'static str = "delete_featurelist";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::AddPkg]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let mut change = Change::begin(cx)?;
        let name = lists::changeable(change.tx(), cx.caller, &params.featurelist)?.name;
        if lists::is_built_in(&name) {
            return Err(Error::param("featurelist", format!("the list “{name}” is always there")));
        }
        change.remove::<FeatureListFeature>(&[is("list", &name)])?;
        change.remove::<FeatureListRecord>(&[is("name", &name)])?;
        change.commit(OnFailure::Undo)?;
        Ok(Reply { deleted_featurelist: name })
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;

    use crate::testing::World;

    #[test]
    fn accounts_with_it_go_on_with_the_default_list() {
        let world = World::new();
        world.data("root", "create_featurelist", &[("featurelist", "slim")]);
        world.data("root", "addpkg", &[("name", "gold"), ("featurelist", "slim")]);
        let world = world.account_on("anna", "root", "gold");
        let has = |world: &World| {
            let form = [("user", "anna"), ("feature", "cron")];
            world.data("root", "verify_user_has_feature", &form)["has_feature"].clone()
        };
        assert_eq!(has(&world), 0);
        let reply = world.data("root", "delete_featurelist", &[("featurelist", "slim")]);
        assert_eq!(reply["deleted_featurelist"], "slim");
        assert_eq!(has(&world), 1);
    }

    #[test]
    fn three_lists_are_always_there() {
        for name in ["default", "disabled", "Mail Only"] {
            let said = World::new().refusal("root", "delete_featurelist", &[("featurelist", name)]);
            assert_eq!(said, format!("featurelist: the list “{name}” is always there"));
        }
    }

    #[test]
    fn a_reseller_deletes_only_its_own() {
        let world = World::new().reseller("bob", &[Acl::AddPkg]);
        world.data("root", "create_featurelist", &[("featurelist", "slim")]);
        let said = world.refusal("bob", "delete_featurelist", &[("featurelist", "slim")]);
        assert_eq!(said, "There is no feature list “slim”.");
        world.data("bob", "create_featurelist", &[("featurelist", "slim")]);
        world.data("bob", "delete_featurelist", &[("featurelist", "slim")]);
        world.data("root", "read_featurelist", &[("featurelist", "slim")]);
    }
}
