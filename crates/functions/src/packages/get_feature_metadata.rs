//! `get_feature_metadata`

use api::{Acl, Cx, Effect, Flag, Function, Input, List, Needs, Output, Result};

use crate::domain::features::FEATURES;

/// Lists the features, and whether each comes with a plugin.
#[derive(Debug, Input)]
pub struct Params;

/// The features.
#[derive(Output)]
pub struct Reply {
    /// Each.
    pub features: List<Metadata>,
}

/// A feature.
#[derive(Debug, Output)]
pub struct Metadata {
    /// Its name for programs.
    pub id: &'static str,
    /// Whether a plugin brought it; this server has none.
    pub is_plugin: Flag,
    /// Its name for people.
    pub name: &'static str,
}

/// See [`Params`].
pub struct GetFeatureMetadata;

impl Function for GetFeatureMetadata {
    const NAME: &'static str = "get_feature_metadata";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::AddPkg, Acl::EditPkg]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(_cx: &Cx<'_>, _params: Params) -> Result<Reply> {
        let rows = FEATURES.iter().map(|feature| Metadata {
            id: feature.id,
            is_plugin: Flag(false),
            name: feature.name,
        });
        Ok(Reply { features: rows.collect() })
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::World;

    #[test]
    fn all_features_are_the_products_own() {
        let reply = World::new().data("root", "get_feature_metadata", &[]);
        let rows = reply["features"].as_array().unwrap();
        assert!(rows.iter().all(|row| row["is_plugin"] == 0));
        assert!(rows.iter().any(|row| row["id"] == "webmail" && row["name"] == "Webmail"));
    }

    #[test]
    fn it_needs_a_privilege_on_packages() {
        let world = World::new().reseller("bob", &[api::Acl::ListPkgs]);
        assert_eq!(world.refusal("bob", "get_feature_metadata", &[]), "The gate refused.");
    }
}
