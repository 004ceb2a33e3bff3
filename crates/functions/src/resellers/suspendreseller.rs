//! `suspendreseller`

use api::{Cx, Effect, Flag, Function, Input, Legacy, Needs, Result, UserName};

use crate::domain::{
    change::{Change, OnFailure},
    resellers::{
        self,
        suspension::{self, Suspension},
    },
};

/// Suspends a reseller: WHM is closed to them, their tokens and sessions, and their own account is
/// suspended. So are the accounts that they own; one that is suspended already keeps its reason.
#[derive(Debug, Input)]
pub struct Params {
    /// The reseller.
    pub user: UserName,
    /// 1: only root may unsuspend the accounts.
    #[param(default = 0)]
    pub disallow: Flag,
    /// Why; it is the reason of each account's suspension.
    pub reason: Option<String>,
    /// 1: leave the accounts that the reseller owns alone.
    #[param(name = "reseller-only", default = 0)]
    pub reseller_only: Flag,
}

/// See [`Params`].
pub struct Suspendreseller;

impl Function for Suspendreseller {
    const NAME: &'static str = "suspendreseller";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::beside("output");
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let mut change = Change::begin(cx)?;
        let name = resellers::find_another(cx, change.tx(), &params.user)?.name;
        let accounts =
            suspension::accounts(change.tx(), &cx.caller.user, &name, !params.reseller_only.0)?;
        let wish = Suspension {
            at: cx.now(),
            reason: params.reason.unwrap_or_else(|| "Unknown".to_owned()),
            locks: params.disallow.0,
        };
        let changed = suspension::suspend(&mut change, &name, &accounts, &wish)?;
        change.commit(OnFailure::Forward)?;
        cx.raw(format!("The reseller “{name}” can no longer log in."));
        for account in changed {
            cx.raw(format!("The account “{account}” was suspended."));
        }
        cx.reason("Finished suspending reseller");
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use api::{
        Acl, AclSet, UserName,
        records::{JournalEntry, SessionRecord},
    };

    use crate::testing::World;

    fn world() -> World {
        World::new()
            .account("carol", "root")
            .reseller("carol", &[Acl::SuspendAcct, Acl::ListAccts])
            .account("alice", "carol")
            .account("bob", "carol")
            .account("dora", "root")
    }

    fn is_suspended(world: &World, name: &str) -> bool {
        let user: UserName = name.parse().unwrap();
        let site = world.machine.site(&format!("{name}.test")).unwrap().unwrap();
        let record = world.record(name).suspended.0;
        assert_eq!(record, world.machine.login(&user).unwrap().unwrap().locked, "{name}");
        assert_eq!(record, site.suspended, "{name}");
        record
    }

    #[test]
    fn the_reseller_and_all_that_they_own_are_suspended() {
        let world = world();
        let first = [("user", "bob"), ("reason", "abuse")];
        world.call("root", "suspendacct", &first).unwrap();
        world
            .call("root", "create_user_session", &[("user", "alice"), ("service", "cpaneld")])
            .unwrap();
        let form = [("user", "carol"), ("reason", "unpaid"), ("disallow", "1")];
        let answer = world.call("root", "suspendreseller", &form).unwrap();
        assert_eq!(answer.notes.reason.as_deref(), Some("Finished suspending reseller"));
        let raw = answer.notes.raw.unwrap();
        assert!(raw.contains("“alice” was suspended") && !raw.contains("“bob”"), "{raw}");
        for (name, suspended) in [("carol", true), ("alice", true), ("bob", true), ("dora", false)]
        {
            assert_eq!(is_suspended(&world, name), suspended, "{name}");
        }
        assert_eq!(world.record("alice").suspend_reason, "unpaid");
        assert_eq!(world.record("bob").suspend_reason, "abuse");
        assert!(world.record("alice").locked.0 && world.record("bob").locked.0);
        assert_eq!(world.caller("carol").acls, AclSet::default());
        let tx = world.host.store.read().unwrap();
        assert_eq!(tx.count::<SessionRecord>(&[]).unwrap(), 0);
        assert_eq!(tx.count::<JournalEntry>(&[]).unwrap(), 0);
    }

    #[test]
    fn the_accounts_may_be_left_alone() {
        let world = world();
        let form = [("user", "carol"), ("reseller-only", "1")];
        world.call("root", "suspendreseller", &form).unwrap();
        assert!(is_suspended(&world, "carol") && !is_suspended(&world, "alice"));
        assert_eq!(world.record("carol").suspend_reason, "Unknown");
        assert!(!world.record("carol").locked.0);
    }

    #[test]
    fn nobody_suspends_themselves_or_who_is_no_reseller() {
        let world = world().reseller("dave", &[Acl::All]);
        let refusal = |by, user| world.refusal(by, "suspendreseller", &[("user", user)]);
        assert_eq!(refusal("dave", "dave"), "user: nobody may do this to themselves.");
        assert_eq!(refusal("root", "alice"), "There is no reseller “alice”.");
        assert_eq!(refusal("root", "root"), "There is no reseller “root”.");
        assert_eq!(refusal("carol", "dave"), "The gate refused.");
        assert!(world.caller("dave").acls.contains(Acl::All));
    }
}
