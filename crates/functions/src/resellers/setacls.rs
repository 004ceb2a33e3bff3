//! `setacls`

use api::{
    Acl, AclSet, Cx, Effect, Error, Flag, Function, Grants, Input, Legacy, Needs, Output, Result,
    UserName, records::Tx,
};

use crate::domain::{
    change::{Change, OnFailure},
    resellers::{self, acl_lists},
};

/// Gives a reseller these privileges and no others: those named, or those of a saved list. With the
/// reseller alone, none are left.
#[derive(Debug, Input)]
pub struct Params {
    /// The reseller.
    #[param(alias = "user")]
    pub reseller: UserName,
    /// A saved list to copy; not together with `acl-NAME`.
    pub acllist: Option<String>,
    /// 1: without `allow-shell`, of which it is the former reverse.
    #[param(name = "acl-disallow-shell", default = 0)]
    pub disallow_shell: Flag,
    /// The privileges.
    #[param(merge)]
    pub grants: Grants,
}

/// What the reseller may do now.
#[derive(Debug, Output)]
pub struct Reply {
    /// The privileges.
    pub acl: Vec<Acl>,
}

/// See [`Params`].
pub struct Setacls;

impl Function for Setacls {
    const NAME: &'static str = "setacls";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::RESULT.renaming(&[("acl", "acls")]);
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let mut change = Change::begin(cx)?;
        let reseller = resellers::find_another(cx, change.tx(), &params.reseller)?;
        let acls = asked(change.tx(), &params)?;
        resellers::grant(&mut change, &reseller.name, acls)?;
        change.commit(OnFailure::Undo)?;
        cx.reason("Reseller Acls Saved");
        Ok(Reply { acl: acls.iter().collect() })
    }
}

fn asked(tx: &dyn Tx, params: &Params) -> Result<AclSet> {
    let named = params.grants.0;
    match &params.acllist {
        Some(_) if named != AclSet::default() => {
            Err(Error::param("acllist", "give either a list or privileges, not both."))
        }
        Some(list) => acl_lists::find(tx, "acllist", list),
        None if params.disallow_shell.0 => {
            Ok(named.iter().filter(|acl| *acl != Acl::AllowShell).collect())
        }
        None => Ok(named),
    }
}

#[cfg(test)]
mod tests {
    use api::{Acl, Kind};
    use serde_json::json;

    use crate::testing::World;

    fn world() -> World {
        let world = World::new().account("carol", "root").account("alice", "root");
        world.reseller("carol", &[Acl::ListAccts])
    }

    #[test]
    fn each_call_replaces_the_whole_set() {
        let world = world();
        let form = [
            ("user", "Carol"),
            ("acl-passwd", "1"),
            ("acl-all", "0"),
            ("acl-nameserver-config", "1"),
            ("acl-allow-shell", "1"),
            ("acl-disallow-shell", "1"),
        ];
        let answer = world.call("root", "setacls", &form).unwrap();
        assert_eq!(answer.data["acl"], json!(["ns-config", "passwd"]));
        assert_eq!(answer.notes.reason.as_deref(), Some("Reseller Acls Saved"));
        let held = world.caller("carol").acls;
        assert!(held.contains(Acl::Passwd) && !held.contains(Acl::ListAccts));
        let data = world.data("root", "setacls", &[("reseller", "carol")]);
        assert_eq!(data["acl"], json!([]));
        assert!(world.call("carol", "listaccts", &[]).is_err());
    }

    #[test]
    fn a_list_is_copied_and_stands_alone() {
        let world = world();
        let form = [("acllist", "mail"), ("acl-track-email", "1")];
        world.call("root", "saveacllist", &form).unwrap();
        let form = [("reseller", "carol"), ("acllist", "mail")];
        assert_eq!(world.data("root", "setacls", &form)["acl"], json!(["track-email"]));
        let both = [&form[..], &[("acl-all", "1")]].concat();
        assert!(world.refusal("root", "setacls", &both).starts_with("acllist: give either"));
        let none = [("reseller", "carol"), ("acllist", "none")];
        assert_eq!(world.refusal("root", "setacls", &none), "acllist: there is no list “none”.");
        assert!(world.caller("carol").acls.contains(Acl::TrackEmail));
    }

    #[test]
    fn only_who_has_everything_gives_and_only_to_other_resellers() {
        let world = world().account("dave", "root").reseller("dave", &[Acl::All]);
        let give = [("reseller", "carol"), ("acl-all", "1")];
        assert_eq!(world.call("carol", "setacls", &give).unwrap_err().kind(), Kind::Denied);
        let token = world.token_caller("root", &[Acl::ListAccts, Acl::Passwd]);
        assert_eq!(world.call_as(&token, "setacls", &give).unwrap_err().kind(), Kind::Denied);
        assert!(!world.caller("carol").acls.contains(Acl::All));
        let own = world.refusal("dave", "setacls", &[("reseller", "dave")]);
        assert_eq!(own, "user: nobody may do this to themselves.");
        let said = world.refusal("root", "setacls", &[("reseller", "alice"), ("acl-all", "1")]);
        assert_eq!(said, "There is no reseller “alice”.");
        assert_eq!(world.refusal("root", "setacls", &[]), "reseller: is required");
        world.call("dave", "setacls", &give).unwrap();
        assert!(world.caller("carol").acls.contains(Acl::All));
    }
}
