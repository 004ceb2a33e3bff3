//! `get_featurelists`

use api::{Acl, Cx, Effect, Function, Input, List, Needs, Output, PackageName, Result};

use crate::domain::features::lists;

/// Lists the names of the feature lists that the caller owns; root's are all.
#[derive(Debug, Input)]
pub struct Params;

/// The lists.
#[derive(Output)]
pub struct Reply {
    /// The name of each, in order.
    pub featurelists: List<PackageName>,
}

/// See [`Params`].
pub struct GetFeatureLists;

impl Function for GetFeatureLists {
    const NAME: &'static str = "get_featurelists";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::AddPkg, Acl::EditPkg]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _params: Params) -> Result<Reply> {
        let tx = cx.host.store.read()?;
        Ok(Reply { featurelists: lists::names(&*tx, cx.caller)?.into() })
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;
    use serde_json::json;

    use crate::testing::World;

    #[test]
    fn root_gets_all_and_a_reseller_its_own() {
        let world = World::new().reseller("bob", &[Acl::AddPkg]).reseller("eve", &[Acl::EditPkg]);
        world.data("bob", "create_featurelist", &[("featurelist", "slim")]);
        let names = |user: &str| world.data(user, "get_featurelists", &[])["featurelists"].clone();
        assert_eq!(names("root"), json!(["Mail Only", "bob_slim", "default", "disabled"]));
        assert_eq!(names("bob"), json!(["bob_slim"]));
        assert_eq!(names("eve"), json!([]));
    }

    #[test]
    fn a_list_that_is_always_there_is_named_once() {
        let world = World::new();
        world.data("root", "update_featurelist", &[("featurelist", "default"), ("ssh", "0")]);
        let names = world.data("root", "get_featurelists", &[])["featurelists"].clone();
        assert_eq!(names, json!(["Mail Only", "default", "disabled"]));
    }
}
