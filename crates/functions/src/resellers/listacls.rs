//! `listacls`

use std::collections::BTreeMap;

use api::{
    Acl, AclSet, Cx, Effect, Flag, Function, Input, Legacy, Needs, Output, Result, legacy::Reshape,
};

use crate::domain::resellers::acl_lists;

/// Lists the saved lists of privileges.
#[derive(Debug, Input)]
pub struct Params {}

/// The lists.
#[derive(Debug, Output)]
pub struct Reply {
    /// The lists, by name.
    pub acl: Vec<SavedList>,
}

/// A saved list.
#[derive(Debug, Output)]
pub struct SavedList {
    /// Its name.
    pub name: String,
    /// Each privilege with 1 or 0.
    pub privileges: BTreeMap<Acl, Flag>,
}

/// See [`Params`].
pub struct Listacls;

impl Function for Listacls {
    const NAME: &'static str = "listacls";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const LEGACY: Legacy =
        Legacy::BARE.of(Reshape::ByName("acl", "privileges")).renaming(&[("acl", "acls")]);
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Reply> {
        let lists = acl_lists::all(&*cx.host.store.read()?)?;
        let saved = |(name, acls)| SavedList { name, privileges: privileges(acls) };
        Ok(Reply { acl: lists.into_iter().map(saved).collect() })
    }
}

fn privileges(acls: AclSet) -> BTreeMap<Acl, Flag> {
    Acl::ALL.iter().map(|acl| (*acl, Flag(acls.contains(*acl)))).collect()
}

#[cfg(test)]
mod tests {
    use api::{Acl, Kind};

    use crate::testing::World;

    #[test]
    fn each_list_says_yes_or_no_to_every_privilege() {
        let world = World::new().reseller("carol", &[Acl::ListAccts]);
        assert!(world.data("root", "listacls", &[])["acl"].as_array().unwrap().is_empty());
        for list in [&[("acllist", "mail"), ("acl-passwd", "1")][..], &[("acllist", "all nothing")]]
        {
            world.call("root", "saveacllist", list).unwrap();
        }
        let data = world.data("root", "listacls", &[]);
        let lists = data["acl"].as_array().unwrap();
        assert_eq!((&lists[0]["name"], &lists[1]["name"]), (&"all nothing".into(), &"mail".into()));
        assert_eq!(lists[0]["privileges"].as_object().unwrap().len(), Acl::ALL.len());
        assert_eq!(lists[0]["privileges"]["passwd"], 0);
        assert_eq!(
            (&lists[1]["privileges"]["passwd"], &lists[1]["privileges"]["all"]),
            (&1.into(), &0.into())
        );
        let denied = world.call("carol", "listacls", &[]).unwrap_err();
        assert_eq!(denied.kind(), Kind::Denied);
    }
}
