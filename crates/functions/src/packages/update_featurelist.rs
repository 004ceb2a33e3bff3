//! `update_featurelist`

use std::collections::BTreeMap;

use api::{Acl, Cx, Effect, Error, Flag, Function, Input, Needs, Output, PackageName, Result};

use crate::domain::{
    change::{Change, OnFailure},
    features::{self, access, lists, lists::FeatureList},
    ownership,
};

/// Changes what a feature list says of the given features; makes the list where there is none.
#[derive(Debug, Input)]
pub struct Params {
    /// The list; a reseller may leave out the prefix.
    pub featurelist: PackageName,
    /// Features by their names: 1 for on, 0 for off. Where none is given, every feature goes off.
    #[param(name = "X", rest)]
    pub features: BTreeMap<String, String>,
}

/// What was done.
#[derive(Debug, Output)]
pub struct Reply {
    /// The list.
    pub featurelist: PackageName,
    /// What was given and is no feature, each with its value.
    pub invalid_features: Vec<BTreeMap<String, String>>,
    /// What was set.
    pub updated_features: BTreeMap<String, Flag>,
}

/// See [`Params`].
pub struct UpdateFeatureList;

impl Function for UpdateFeatureList {
    const NAME: &'static str = "update_featurelist";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::AddPkg]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let wishes = Wishes::read(params.features)?;
        let mut change = Change::begin(cx)?;
        access::check_may_give(change.tx(), cx.caller, None, &wishes.on())?;
        let mut list = find_or_new(cx, &change, &params.featurelist)?;
        if wishes.known.is_empty() && wishes.invalid.is_empty() {
            list.features =
                features::FEATURES.iter().map(|it| (it.id.to_owned(), Flag(false))).collect();
        }
        list.features.extend(wishes.known.clone());
        list.save(&mut change)?;
        change.commit(OnFailure::Undo)?;
        Ok(Reply {
            featurelist: list.name,
            invalid_features: wishes.invalid.into_iter().map(|it| BTreeMap::from([it])).collect(),
            updated_features: wishes.known,
        })
    }
}

fn find_or_new(cx: &Cx<'_>, change: &Change<'_>, name: &PackageName) -> Result<FeatureList> {
    let own = lists::own_name(cx.caller, name)?;
    match lists::look_up(change.tx(), &own)? {
        Some(list) if ownership::may_change(cx.caller, &list.owner, &list.name) => Ok(list),
        Some(_) => Err(lists::unknown(name)),
        None => {
            let owner = ownership::of_new(change.tx(), cx.caller, &own)?;
            Ok(FeatureList::empty(own, owner))
        }
    }
}

/// What a call wants features to be.
pub(super) struct Wishes {
    /// Of the features that there are.
    pub(super) known: BTreeMap<String, Flag>,
    /// Of what is no feature.
    pub(super) invalid: BTreeMap<String, String>,
}

impl Wishes {
    /// Sorts parameters into features and others. A feature's value must be 0 or 1.
    pub(super) fn read(given: BTreeMap<String, String>) -> Result<Self> {
        let mut wishes = Self { known: BTreeMap::new(), invalid: BTreeMap::new() };
        for (name, value) in given {
            if features::find(&name).is_some() {
                let flag = value.parse().map_err(|rule| Error::param(&name, rule))?;
                wishes.known.insert(name, flag);
            } else {
                wishes.invalid.insert(name, value);
            }
        }
        Ok(wishes)
    }

    /// The features to switch on.
    pub(super) fn on(&self) -> Vec<&str> {
        self.known.iter().filter(|(_, flag)| flag.0).map(|(name, _)| name.as_str()).collect()
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;
    use serde_json::json;

    use crate::testing::World;

    fn features(world: &World, list: &str) -> api::Value {
        world.data("root", "read_featurelist", &[("featurelist", list)])["features"].clone()
    }

    #[test]
    fn changes_what_is_given_and_leaves_the_rest() {
        let world = World::new();
        let form = [("featurelist", "default"), ("ssh", "0"), ("softaculous", "1")];
        assert_eq!(
            world.data("root", "update_featurelist", &form),
            json!({
                "featurelist": "default",
                "invalid_features": [{"softaculous": "1"}],
                "updated_features": {"ssh": 0},
            })
        );
        let default = features(&world, "default");
        assert_eq!((&default["ssh"], &default["cron"]), (&0.into(), &1.into()));
    }

    #[test]
    fn with_no_feature_given_all_go_off() {
        let world = World::new();
        world.data("root", "update_featurelist", &[("featurelist", "slim"), ("cron", "1")]);
        assert_eq!(features(&world, "slim")["cron"], 1);
        world.data("root", "update_featurelist", &[("featurelist", "slim")]);
        assert!(features(&world, "slim").as_object().unwrap().values().all(|it| *it == 0));
    }

    #[test]
    fn a_value_that_is_no_flag_changes_nothing() {
        let world = World::new();
        let form = [("featurelist", "slim"), ("cron", "on")];
        let said = world.refusal("root", "update_featurelist", &form);
        assert_eq!(said, "cron: “on” is neither 0 nor 1");
        assert!(world.call("root", "read_featurelist", &[("featurelist", "slim")]).is_err());
    }

    #[test]
    fn a_reseller_changes_only_its_own() {
        let world = World::new().reseller("bob", &[Acl::AddPkg]).reseller("bob_b", &[Acl::AddPkg]);
        world.data("bob_b", "update_featurelist", &[("featurelist", "slim"), ("cron", "1")]);
        let form = [("featurelist", "bob_b_slim"), ("cron", "0")];
        let said = world.refusal("bob", "update_featurelist", &form);
        assert_eq!(said, "There is no feature list “bob_b_slim”.");
        let reply =
            world.data("bob", "update_featurelist", &[("featurelist", "default"), ("cron", "0")]);
        assert_eq!(reply["featurelist"], "bob_default");
        assert_eq!(features(&world, "default")["cron"], 1);
    }
}
