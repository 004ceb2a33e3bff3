//! `get_available_featurelists`

use api::{Acl, Cx, Effect, Error, Function, Input, List, Needs, Output, PackageName, Result};

use crate::domain::features::lists;

/// Lists the names of the feature lists that the caller owns; fails where there is none. Deprecated:
/// `get_featurelists` gives an empty list then.
#[derive(Debug, Input)]
pub struct Params;

/// The lists.
#[derive(Output)]
pub struct Reply {
    /// The name of each, in order.
    pub available_featurelists: List<PackageName>,
}

/// See [`Params`].
pub struct GetAvailableFeatureLists;

impl Function for GetAvailableFeatureLists {
    const NAME: &'static str = "get_available_featurelists";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::AddPkg, Acl::EditPkg]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _params: Params) -> Result<Reply> {
        let tx = cx.host.store.read()?;
        let names = lists::names(&*tx, cx.caller)?;
        if names.is_empty() {
            return Err(Error::not_found("No feature lists are available to you."));
        }
        Ok(Reply { available_featurelists: names.into() })
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;
    use serde_json::json;

    use crate::testing::World;

    #[test]
    fn root_gets_all() {
        let reply = World::new().data("root", "get_available_featurelists", &[]);
        assert_eq!(reply["available_featurelists"], json!(["Mail Only", "default", "disabled"]));
    }

    #[test]
    fn a_reseller_without_lists_is_told_so() {
        let world = World::new().reseller("bob", &[Acl::AddPkg]);
        let said = world.refusal("bob", "get_available_featurelists", &[]);
        assert_eq!(said, "No feature lists are available to you.");
        world.data("bob", "create_featurelist", &[("featurelist", "slim")]);
        let reply = world.data("bob", "get_available_featurelists", &[]);
        assert_eq!(reply["available_featurelists"], json!(["bob_slim"]));
    }
}
