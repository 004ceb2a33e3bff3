//! `unsuspendreseller`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result, UserName};

use crate::domain::{
    change::{Change, OnFailure},
    resellers::{self, suspension},
};

/// Ends the suspension of a reseller, of their own account, and of all accounts that they own,
/// whoever suspended these and why.
#[derive(Debug, Input)]
pub struct Params {
    /// The reseller.
    pub user: UserName,
    /// 1: leave the accounts that the reseller owns alone.
    #[param(name = "reseller-only", default = 0)]
    pub reseller_only: Flag,
}

/// See [`Params`].
pub struct Unsuspendreseller;

impl Function for Unsuspendreseller {
    const NAME: &'static str = "unsuspendreseller";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let mut change = Change::begin(cx)?;
        let name = resellers::find_another(cx, change.tx(), &params.user)?.name;
        let accounts =
            suspension::accounts(change.tx(), &cx.caller.user, &name, !params.reseller_only.0)?;
        suspension::unsuspend(&mut change, cx.now(), &name, &accounts)?;
        change.commit(OnFailure::Forward)
    }
}

#[cfg(test)]
mod tests {
    use api::{Acl, UserName};

    use crate::testing::World;

    #[test]
    fn everything_is_as_before() {
        let world = World::new()
            .account("carol", "root")
            .reseller("carol", &[Acl::ListAccts])
            .account("alice", "carol");
        let form = [("user", "carol"), ("disallow", "1")];
        world.call("root", "suspendreseller", &form).unwrap();
        let only = [("user", "carol"), ("reseller-only", "1")];
        world.call("root", "unsuspendreseller", &only).unwrap();
        assert!(world.caller("carol").acls.contains(Acl::ListAccts));
        assert!(!world.record("carol").suspended.0 && world.record("alice").suspended.0);
        for _ in 0..2 {
            world.call("root", "unsuspendreseller", &[("user", "carol")]).unwrap();
            let alice = world.record("alice");
            assert!(!alice.suspended.0 && !alice.locked.0 && alice.suspend_reason.is_empty());
            assert_eq!(alice.suspended_at, None);
        }
        let alice: UserName = "alice".parse().unwrap();
        assert!(!world.machine.login(&alice).unwrap().unwrap().locked);
        assert!(!world.machine.site("alice.test").unwrap().unwrap().suspended);
    }

    #[test]
    fn only_root_and_only_resellers() {
        let world = World::new().reseller("carol", &[Acl::SuspendAcct]).account("alice", "carol");
        let refusal = |by, user| world.refusal(by, "unsuspendreseller", &[("user", user)]);
        assert_eq!(refusal("carol", "carol"), "The gate refused.");
        assert_eq!(refusal("root", "alice"), "There is no reseller “alice”.");
        assert_eq!(world.refusal("root", "unsuspendreseller", &[]), "user: is required");
    }
}
