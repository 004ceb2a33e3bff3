//! `untrack_acct_id`

use api::{
    Cx, Effect, Error, Flag, Function, Input, Needs, Result,
    records::{TrackedId, Tx, is},
};

use crate::domain::{
    accounts::ids,
    change::{Change, OnFailure},
};

/// Makes a user or group id that a removed account had free for others.
#[derive(Debug, Input)]
pub struct Params {
    /// The user id; it, `gid` or both must be given.
    pub uid: Option<u32>,
    /// The group id.
    pub gid: Option<u32>,
    /// 0: do not ask whether an account has the id.
    #[param(default = 1)]
    pub check_exists: Flag,
    /// 0: do not ask whether files on a disk with quotas have the user id.
    #[param(default = 1)]
    pub check_quota: Flag,
    /// 0: do not ask whether the id is the system's.
    #[param(default = 1)]
    pub protect_system: Flag,
}

/// See [`Params`].
pub struct UntrackAcctId;

impl Function for UntrackAcctId {
    const NAME: &'static str = "untrack_acct_id";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        if params.uid.is_none() && params.gid.is_none() {
            return Err(Error::param("uid", "give a uid, a gid or both."));
        }
        check_files(cx, &params)?;
        let mut change = Change::begin(cx)?;
        for (kind, number) in [("uid", params.uid), ("gid", params.gid)] {
            let Some(number) = number else { continue };
            check(change.tx(), &params, kind, number)?;
            change.remove::<TrackedId>(&[is("kind", kind), is("number", i64::from(number))])?;
        }
        change.commit(OnFailure::Undo)
    }
}

/// Where the host has quotas, nobody can tell cheaply whether an id without a user owns files.
fn check_files(cx: &Cx<'_>, params: &Params) -> Result<()> {
    if params.uid.is_some() && params.check_quota.0 && cx.host.os_users.quotas_enabled()? {
        return Err(Error::param(
            "check_quota",
            "this server cannot tell whether files have the user id; make sure that none has, and \
             call with check_quota=0.",
        ));
    }
    Ok(())
}

fn check(tx: &dyn Tx, params: &Params, kind: &'static str, number: u32) -> Result<()> {
    if params.protect_system.0 && ids::is_system(number) {
        return Err(Error::param(kind, format!("{number} is kept for the system.")));
    }
    if params.check_exists.0 && ids::in_use(tx, kind, number)? {
        return Err(Error::param(kind, format!("{number} is in use.")));
    }
    if tx.find::<TrackedId>(&[kind.into(), i64::from(number).into()])?.is_none() {
        return Err(Error::not_found(format!("{kind}: {number} is not tracked.")));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use api::records::TrackedId;

    use crate::testing::World;

    fn tracked(world: &World) -> usize {
        world.host.store.read().unwrap().matching::<TrackedId>(Vec::new()).unwrap().len()
    }

    #[test]
    fn an_id_that_was_dropped_can_be_given_again() {
        let world = World::new().account("alice", "root");
        world.call("root", "removeacct", &[("user", "alice")]).unwrap();
        assert_eq!(tracked(&world), 2);
        let form = [("username", "bob"), ("uid", "1000"), ("gid", "1000")];
        assert!(world.refusal("root", "createacct", &form).contains("untrack_acct_id"));
        world.call("root", "untrack_acct_id", &[("uid", "1000"), ("gid", "1000")]).unwrap();
        assert_eq!(tracked(&world), 0);
        world.call("root", "createacct", &form).unwrap();
    }

    #[test]
    fn nothing_is_dropped_where_one_id_may_not_be() {
        let world = World::new().account("alice", "root").account("bob", "root");
        world.call("root", "removeacct", &[("user", "alice")]).unwrap();
        for (form, said) in [
            (&[][..], "uid: give"),
            (&[("uid", "1000"), ("gid", "1001")][..], "gid: 1001 is in use."),
            (&[("uid", "0")], "uid: 0 is kept"),
            (&[("uid", "5000")], "uid: 5000 is not tracked."),
        ] {
            let refusal = world.refusal("root", "untrack_acct_id", form);
            assert!(refusal.starts_with(said), "{refusal}");
        }
        assert_eq!(tracked(&world), 2);
    }
}
