//! `setupreseller`

use api::{
    Cx, Effect, Flag, Function, Input, Legacy, Needs, Result, UserName,
    records::{AccountRecord, Cell, is},
};

use crate::domain::{
    accounts::renaming,
    change::{Change, OnFailure},
    resellers,
};

/// Makes the user of an account a reseller, with the privileges of a new one. Who is a reseller
/// already keeps what they have.
#[derive(Debug, Input)]
pub struct Params {
    /// The account.
    pub user: UserName,
    /// 1: the account owns itself; 0: its owner stays.
    #[param(default = 0)]
    pub makeowner: Flag,
}

/// See [`Params`].
pub struct Setupreseller;

impl Function for Setupreseller {
    const NAME: &'static str = "setupreseller";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::RESULT;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let mut change = Change::begin(cx)?;
        let mut record = cx.account(change.tx(), &params.user)?.into_record();
        resellers::set_up(&mut change, &record.name)?;
        if params.makeowner.0 {
            let itself = record.name.clone();
            renaming::change_owner(&mut change, &mut record, &itself)?;
            let columns = [("owner", Cell::from(&itself)), ("modified", Cell::Int(cx.now().0))];
            change.tx().update::<AccountRecord>(&columns, &[is("name", &itself)])?;
        }
        change.commit(OnFailure::Undo)?;
        cx.reason(format!("{} is a reseller.", record.name));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use api::{Acl, Kind, Rank};

    use crate::{domain::resellers, testing::World};

    #[test]
    fn a_new_reseller_has_the_initial_privileges_and_one_of_old_keeps_theirs() {
        let world = World::new().account("carol", "root");
        world.call("root", "setupreseller", &[("user", "carol")]).unwrap();
        let caller = world.caller("carol");
        assert_eq!((caller.rank, caller.acls), (Rank::Reseller, resellers::initial()));
        assert_eq!(world.record("carol").owner.as_str(), "root");
        let form = [("reseller", "carol"), ("acl-passwd", "1")];
        world.call("root", "setacls", &form).unwrap();
        world.call("root", "setupreseller", &[("user", "carol"), ("makeowner", "1")]).unwrap();
        assert!(!world.caller("carol").acls.contains(Acl::ListPkgs));
        assert_eq!(world.record("carol").owner.as_str(), "carol");
        let count = |user| {
            world.data("root", "acctcounts", &[("user", user)])["reseller"]["active"].clone()
        };
        assert_eq!((count("carol"), count("root")), (1.into(), 0.into()));
    }

    #[test]
    fn only_root_and_only_accounts() {
        let world = World::new().account("carol", "root").reseller("carol", &[Acl::CreateAcct]);
        let world = world.account("alice", "carol");
        let denied = world.call("carol", "setupreseller", &[("user", "alice")]).unwrap_err();
        assert_eq!(denied.kind(), Kind::Denied);
        let said = world.refusal("root", "setupreseller", &[("user", "nobody1")]);
        assert_eq!(said, "There is no account “nobody1”.");
        assert_eq!(world.refusal("root", "setupreseller", &[]), "user: is required");
        assert_eq!(world.caller("alice").rank, Rank::Account);
    }
}
