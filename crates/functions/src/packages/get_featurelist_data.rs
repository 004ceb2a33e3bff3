//! `get_featurelist_data`

use api::{Acl, Cx, Effect, Flag, Function, Input, Needs, Output, PackageName, Result};

use crate::domain::features::{FEATURES, lists};

/// Gives each feature of a feature list with its state.
#[derive(Debug, Input)]
pub struct Params {
    /// The list; a reseller may leave out the prefix.
    pub featurelist: PackageName,
}

/// The list.
#[derive(Debug, Output)]
pub struct Reply {
    /// Its name.
    pub featurelist: PackageName,
    /// Every feature.
    pub features: Vec<State>,
}

/// A feature in the list.
#[derive(Debug, Output)]
pub struct State {
    /// Its name for programs.
    pub id: &'static str,
    /// Its name for people.
    pub name: &'static str,
    /// Whether it is switched off for all accounts. In the list `disabled` itself, which says this
    /// in `value`, always 0.
    pub is_disabled: Flag,
    /// 1: the list gives it. In the list `disabled`, 0: no account has it.
    pub value: Flag,
}

/// See [`Params`].
pub struct GetFeatureListData;

impl Function for GetFeatureListData {
    const NAME: &'static str = "get_featurelist_data";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::AddPkg, Acl::EditPkg]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let tx = cx.host.store.read()?;
        let list = lists::changeable(&*tx, cx.caller, &params.featurelist)?;
        let disabled = lists::disabled(&*tx)?;
        let state = |id: &'static str, name: &'static str| State {
            id,
            name,
            is_disabled: Flag(!list.is_disabled_list() && !disabled.has(id)),
            value: Flag(list.has(id)),
        };
        let features = FEATURES.iter().map(|it| state(it.id, it.name)).collect();
        Ok(Reply { featurelist: list.name.clone(), features })
    }
}

#[cfg(test)]
mod tests {
    use api::{Acl, Value};
    use serde_json::json;

    use crate::testing::World;

    fn state(world: &World, list: &str, feature: &str) -> Value {
        let reply = world.data("root", "get_featurelist_data", &[("featurelist", list)]);
        let rows = reply["features"].as_array().unwrap();
        rows.iter().find(|row| row["id"] == feature).unwrap().clone()
    }

    #[test]
    fn what_is_disabled_for_all_says_so_in_every_list() {
        let world = World::new();
        world.data("root", "update_featurelist", &[("featurelist", "disabled"), ("ssh", "0")]);
        let ssh = |value: i64, off: i64| json!({"id": "ssh", "name": "SSH Access", "is_disabled": off, "value": value});
        assert_eq!(state(&world, "default", "ssh"), ssh(1, 1));
        assert_eq!(state(&world, "disabled", "ssh"), ssh(0, 0));
        assert_eq!(state(&world, "default", "cron")["is_disabled"], 0);
    }

    #[test]
    fn mail_only_gives_mail() {
        let world = World::new();
        assert_eq!(state(&world, "Mail Only", "popaccts")["value"], 1);
        assert_eq!(state(&world, "Mail Only", "filemanager")["value"], 0);
    }

    #[test]
    fn a_list_of_others_is_not_there() {
        let world = World::new().reseller("bob", &[Acl::EditPkg]);
        let said = world.refusal("bob", "get_featurelist_data", &[("featurelist", "disabled")]);
        assert_eq!(said, "There is no feature list “disabled”.");
    }
}
