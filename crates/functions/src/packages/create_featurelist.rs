//! `create_featurelist`

use std::collections::BTreeMap;

use api::{
    Acl, Cx, Effect, Error, Flag, Function, Input, Kind, Needs, Output, PackageName, Result,
};

use crate::domain::{
    change::{Change, OnFailure},
    features::{access, lists, lists::FeatureList},
    ownership,
};

use super::update_featurelist::Wishes;

/// Makes a feature list with the features that are given as 1; all others are off.
#[derive(Debug, Input)]
pub struct Params {
    /// Its name; a reseller's gets the reseller's name and an underscore before it.
    pub featurelist: PackageName,
    /// Features by their names: 1 for on.
    #[param(name = "X", rest)]
    pub features: BTreeMap<String, String>,
    /// Replace a list that is there.
    #[param(default = 0)]
    pub overwrite: Flag,
}

/// The list.
#[derive(Debug, Output)]
pub struct Reply {
    /// Its name.
    pub featurelist: PackageName,
}

/// See [`Params`].
pub struct CreateFeatureList;

impl Function for CreateFeatureList {
    const NAME: &'static str = "create_featurelist";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::AddPkg]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let wishes = Wishes::read(params.features)?;
        for name in wishes.invalid.keys() {
            cx.warn(format!("“{name}” is no feature, and was left out."));
        }
        let mut change = Change::begin(cx)?;
        access::check_may_give(change.tx(), cx.caller, None, &wishes.on())?;
        let mut list = place(cx, &change, &params.featurelist, params.overwrite.0)?;
        list.features = wishes.known;
        list.save(&mut change)?;
        change.commit(OnFailure::Undo)?;
        Ok(Reply { featurelist: list.name })
    }
}

/// An empty list of that name, where one may be made or replaced.
fn place(
    cx: &Cx<'_>,
    change: &Change<'_>,
    name: &PackageName,
    overwrite: bool,
) -> Result<FeatureList> {
    let name = lists::own_name(cx.caller, name)?;
    match lists::look_up(change.tx(), &name)? {
        None => {
            let owner = ownership::of_new(change.tx(), cx.caller, &name)?;
            Ok(FeatureList::empty(name, owner))
        }
        Some(list) if overwrite && ownership::may_change(cx.caller, &list.owner, &list.name) => {
            Ok(FeatureList::empty(name, list.owner))
        }
        Some(_) => Err(Error::new(
            Kind::Exists,
            format!("featurelist: there is a feature list “{name}” already."),
        )),
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;

    use crate::testing::World;

    #[test]
    fn what_is_not_given_is_off() {
        let world = World::new();
        let form = [("featurelist", "slim"), ("cron", "1"), ("ssh", "0"), ("nope", "1")];
        let answer = world.call("root", "create_featurelist", &form).unwrap();
        assert_eq!(answer.data["featurelist"], "slim");
        assert_eq!(answer.notes.warnings, ["“nope” is no feature, and was left out."]);
        let features =
            world.data("root", "read_featurelist", &[("featurelist", "slim")])["features"].clone();
        assert_eq!((&features["cron"], &features["ssh"]), (&1.into(), &0.into()));
        assert_eq!(features["backup"], 0);
    }

    #[test]
    fn a_list_is_replaced_only_when_asked() {
        let world = World::new();
        world.data("root", "create_featurelist", &[("featurelist", "slim"), ("cron", "1")]);
        let form = [("featurelist", "slim"), ("ssh", "1")];
        let said = world.refusal("root", "create_featurelist", &form);
        assert_eq!(said, "featurelist: there is a feature list “slim” already.");
        let form = [("featurelist", "slim"), ("ssh", "1"), ("overwrite", "1")];
        world.data("root", "create_featurelist", &form);
        let features =
            world.data("root", "read_featurelist", &[("featurelist", "slim")])["features"].clone();
        assert_eq!((&features["cron"], &features["ssh"]), (&0.into(), &1.into()));
    }

    #[test]
    fn a_reseller_gives_only_what_it_has_under_its_prefix() {
        let world = World::new().reseller("bob", &[Acl::AddPkg]);
        world.data("root", "update_featurelist", &[("featurelist", "disabled"), ("ssh", "0")]);
        let form = [("featurelist", "slim"), ("cron", "1"), ("ssh", "1")];
        let said = world.refusal("bob", "create_featurelist", &form);
        assert_eq!(said, "ssh: “ssh” is not yours to give.");
        let form = [("featurelist", "slim"), ("cron", "1")];
        assert_eq!(world.data("bob", "create_featurelist", &form)["featurelist"], "bob_slim");
        assert_eq!(world.data("bob", "get_featurelists", &[])["featurelists"][0], "bob_slim");
    }
}
