//! `get_feature_names`

use api::{Acl, Cx, Effect, Function, Input, List, Needs, Output, Result};

use crate::domain::features::FEATURES;

/// Lists the names of all features, for programs and for people.
#[derive(Debug, Input)]
pub struct Params;

/// The features.
#[derive(Output)]
pub struct Reply {
    /// Each.
    pub feature: List<FeatureName>,
}

/// A feature.
#[derive(Debug, Output)]
pub struct FeatureName {
    /// Its name for programs.
    pub id: &'static str,
    /// Its name for people.
    pub name: &'static str,
}

/// See [`Params`].
pub struct GetFeatureNames;

impl Function for GetFeatureNames {
    const NAME: &'static str = "get_feature_names";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::AddPkg, Acl::EditPkg]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(_cx: &Cx<'_>, _params: Params) -> Result<Reply> {
        let rows =
            FEATURES.iter().map(|feature| FeatureName { id: feature.id, name: feature.name });
        Ok(Reply { feature: rows.collect() })
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::World;

    #[test]
    fn a_feature_has_an_id_and_a_name() {
        let reply = World::new().data("root", "get_feature_names", &[]);
        let rows = reply["feature"].as_array().unwrap();
        let cron = rows.iter().find(|row| row["id"] == "cron").unwrap();
        assert_eq!(*cron, serde_json::json!({"id": "cron", "name": "Cron Jobs"}));
    }

    #[test]
    fn it_needs_a_privilege_on_packages() {
        let world = World::new().reseller("bob", &[api::Acl::ListPkgs]);
        assert_eq!(world.refusal("bob", "get_feature_names", &[]), "The gate refused.");
    }
}
