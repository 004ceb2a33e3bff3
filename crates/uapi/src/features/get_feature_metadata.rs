//! `Features::get_feature_metadata`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result};
use functions::domain::features::FEATURES;

/// Lists all features with their names for people.
#[derive(Input)]
pub struct Params;

/// A feature.
#[derive(Output)]
pub struct Item {
    /// Its name for programs.
    pub id: &'static str,
    /// Its name for people.
    pub name: &'static str,
    /// Whether a plugin brought it; this server has none.
    pub is_plugin: Flag,
}

/// See [`Params`].
pub struct GetFeatureMetadata;

impl Function for GetFeatureMetadata {
    const NAME: &'static str = "get_feature_metadata";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Vec<Item>> {
        let item = |feature: &functions::domain::features::Feature| Item {
            id: feature.id,
            name: feature.name,
            is_plugin: Flag(false),
        };
        Ok(FEATURES.iter().map(item).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{Calls as _, World};

    #[test]
    fn features_have_names_for_people() {
        let world = World::new().account("anna", "root");
        let data = world.uapi_data("anna", "Features", "get_feature_metadata", &[]);
        let rows = data.as_array().unwrap();
        assert!(rows.iter().any(|row| row["id"] == "webmail" && row["name"] == "Webmail"));
        assert!(rows.iter().all(|row| row["is_plugin"] == 0));
    }
}
