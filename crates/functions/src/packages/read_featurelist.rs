//! `read_featurelist`

use std::collections::BTreeMap;

use api::{Acl, Cx, Effect, Flag, Function, Input, Needs, Output, PackageName, Result};

use crate::domain::features::{FEATURES, lists};

/// Gives what a feature list says of each feature. Deprecated: use `get_featurelist_data`.
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
    /// Every feature by its name: 1 for on. In the list `disabled`, 0: no account has it.
    pub features: BTreeMap<&'static str, Flag>,
}

/// See [`Params`].
pub struct ReadFeatureList;

impl Function for ReadFeatureList {
    const NAME: &'static str = "read_featurelist";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::AddPkg, Acl::EditPkg]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let tx = cx.host.store.read()?;
        let list = lists::changeable(&*tx, cx.caller, &params.featurelist)?;
        let features = FEATURES.iter().map(|it| (it.id, Flag(list.has(it.id)))).collect();
        Ok(Reply { featurelist: list.name, features })
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;

    use crate::testing::World;

    #[test]
    fn the_default_list_gives_everything() {
        let reply = World::new().data("root", "read_featurelist", &[("featurelist", "default")]);
        assert_eq!(reply["featurelist"], "default");
        assert!(reply["features"].as_object().unwrap().values().all(|it| *it == 1));
    }

    #[test]
    fn what_is_not_there_or_not_the_callers_is_quoted() {
        let world = World::new().reseller("bob", &[Acl::EditPkg]);
        for (user, name) in [("root", "slim"), ("bob", "default")] {
            let said = world.refusal(user, "read_featurelist", &[("featurelist", name)]);
            assert_eq!(said, format!("There is no feature list “{name}”."));
        }
        let said = world.refusal("root", "read_featurelist", &[]);
        assert_eq!(said, "featurelist: is required");
    }
}
