//! `getfeaturelist`

use api::{Acl, Cx, Effect, Function, Input, List, Needs, Output, Result};

use crate::domain::features::FEATURES;

/// Lists the names of the features that there are.
#[derive(Debug, Input)]
pub struct Params;

/// The features.
#[derive(Output)]
pub struct Reply {
    /// The name of each.
    pub feature: List<&'static str>,
}

/// See [`Params`].
pub struct GetFeatureListNames;

impl Function for GetFeatureListNames {
    const NAME: &'static str = "getfeaturelist";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::AddPkg, Acl::EditPkg]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(_cx: &Cx<'_>, _params: Params) -> Result<Reply> {
        let rows = FEATURES.iter().map(|feature| feature.id);
        Ok(Reply { feature: rows.collect() })
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::World;

    #[test]
    fn every_feature_is_there_once() {
        let reply = World::new().data("root", "getfeaturelist", &[]);
        let names = reply["feature"].as_array().unwrap();
        let once: std::collections::BTreeSet<_> =
            names.iter().map(|it| it.as_str().unwrap()).collect();
        assert_eq!(once.len(), names.len());
        assert!(once.contains("zoneedit") && once.contains("popaccts"));
    }

    #[test]
    fn it_needs_a_privilege_on_packages() {
        let world = World::new().reseller("bob", &[api::Acl::ListPkgs]);
        assert_eq!(world.refusal("bob", "getfeaturelist", &[]), "The gate refused.");
    }
}
