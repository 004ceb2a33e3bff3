//! `saveacllist`

use api::{Cx, Effect, Function, Grants, Input, Legacy, Needs, Result};

use crate::domain::{
    change::{Change, OnFailure},
    resellers::acl_lists,
};

/// Makes a saved list of privileges, or puts these in place of what a list of that name has. Resellers
/// to whom the list was applied before keep what they have.
#[derive(Debug, Input)]
pub struct Params {
    /// The name of the list.
    pub acllist: String,
    /// What it grants; what is absent it does not.
    #[param(merge)]
    pub grants: Grants,
}

/// See [`Params`].
pub struct Saveacllist;

impl Function for Saveacllist {
    const NAME: &'static str = "saveacllist";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::alone("results");
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        acl_lists::check_name("acllist", &params.acllist)?;
        let mut change = Change::begin(cx)?;
        acl_lists::save(&mut change, &params.acllist, params.grants.0)?;
        change.commit(OnFailure::Undo)?;
        cx.reason(format!("ACL List {} saved", params.acllist));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;

    use crate::testing::World;

    #[test]
    fn a_list_is_replaced_and_who_has_it_keeps_what_they_have() {
        let world = World::new().account("carol", "root").reseller("carol", &[]);
        let form = [("acllist", "mail"), ("acl-passwd", "1"), ("acl-quota", "1")];
        let answer = world.call("root", "saveacllist", &form).unwrap();
        assert_eq!(answer.notes.reason.as_deref(), Some("ACL List mail saved"));
        assert!(answer.data.is_null());
        world.call("root", "setacls", &[("reseller", "carol"), ("acllist", "mail")]).unwrap();
        let form = [("acllist", "mail"), ("acl-passwd", "0"), ("acl-ssl", "1")];
        world.call("root", "saveacllist", &form).unwrap();
        let data = world.data("root", "listacls", &[]);
        let privileges = &data["acl"][0]["privileges"];
        assert_eq!((&privileges["passwd"], &privileges["ssl"]), (&0.into(), &1.into()));
        assert_eq!(data["acl"].as_array().unwrap().len(), 1);
        assert!(world.caller("carol").acls.contains(Acl::Quota));
    }

    #[test]
    fn a_wrong_name_or_privilege_is_refused() {
        let world = World::new().reseller("carol", &[Acl::Passwd]);
        for (form, said) in [
            (&[][..], "acllist: is required"),
            (&[("acllist", " ")], "acllist: must be"),
            (&[("acllist", "../x")], "acllist: must be"),
            (&[("acllist", "a"), ("acl-flying", "1")], "acl-flying: there is no such"),
            (&[("acllist", "a"), ("acl-all", "2")], "acl-all: “2” is neither"),
        ] {
            let refusal = world.refusal("root", "saveacllist", form);
            assert!(refusal.starts_with(said), "{refusal}");
        }
        assert!(world.call("carol", "saveacllist", &[("acllist", "a")]).is_err());
        assert!(world.data("root", "listacls", &[])["acl"].as_array().unwrap().is_empty());
    }
}
