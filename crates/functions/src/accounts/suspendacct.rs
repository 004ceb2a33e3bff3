//! `suspendacct`

use api::{Acl, Cx, Effect, Flag, Function, Input, Legacy, Needs, Result, UserName};

use crate::domain::{
    accounts::{self, rights},
    change::{Change, OnFailure},
    sessions,
};

/// Suspends an account: its user cannot log in, its sites show a notice. Suspending it once more
/// changes the reason.
#[derive(Debug, Input)]
pub struct Params {
    /// The account.
    pub user: UserName,
    /// Why.
    #[param(default = "Unknown")]
    pub reason: String,
    /// 1: only root may unsuspend it; root only.
    #[param(default = 0)]
    pub disallowun: Flag,
    /// 1: leave its FTP accounts alone.
    #[param(name = "leave-ftp-accts-enabled", default = 0)]
    pub leave_ftp_accts_enabled: Flag,
}

/// See [`Params`].
pub struct SuspendAcct;

impl Function for SuspendAcct {
    const NAME: &'static str = "suspendacct";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::SuspendAcct]);
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::RESULT;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        if params.disallowun.0 {
            rights::require(cx, Acl::All, "disallowun", "locking accounts")?;
        }
        let mut change = Change::begin(cx)?;
        let account = rights::account_of_another(cx, change.tx(), &params.user)?;
        let mut record = account.into_record();
        let since = record.suspended_at.filter(|_| record.suspended.0);
        record.suspended = Flag(true);
        record.suspended_at = Some(since.unwrap_or(cx.now()));
        record.suspend_reason = params.reason;
        record.locked = Flag(record.locked.0 || params.disallowun.0);
        record.keeps_ftp = params.leave_ftp_accts_enabled;
        accounts::save(cx, &mut change, &mut record)?;
        sessions::end_all(&mut change, &record.name)?;
        accounts::touch_all(&mut change, &record.name)?;
        change.commit(OnFailure::Undo)?;
        cx.raw(format!("The user “{}” can no longer log in; all sessions ended.", record.name));
        cx.raw("The sites of the account show a notice to visitors.");
        if record.locked.0 {
            cx.raw("The suspension is locked: only root may end it.");
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use api::{
        Acl, UserName,
        records::{AccountRecord, is},
    };

    use crate::testing::World;

    fn record(world: &World, name: &str) -> AccountRecord {
        world.host.store.read().unwrap().first(vec![is("name", name)]).unwrap().unwrap()
    }

    #[test]
    fn the_login_is_locked_and_the_site_shows_a_notice() {
        let world = World::new().account("alice", "root");
        let form = [("user", "alice"), ("reason", "unpaid"), ("leave-ftp-accts-enabled", "1")];
        let answer = world.call("root", "suspendacct", &form).unwrap();
        assert!(answer.notes.raw.is_some() && answer.data.is_null());
        let alice: UserName = "alice".parse().unwrap();
        assert!(world.machine.login(&alice).unwrap().unwrap().locked);
        assert!(world.machine.site("alice.test").unwrap().unwrap().suspended);
        let first = record(&world, "alice");
        assert_eq!(first.suspend_reason, "unpaid");
        assert!(first.keeps_ftp.0 && !first.locked.0);
        world.clock.advance(60);
        world.call("root", "suspendacct", &[("user", "alice")]).unwrap();
        let second = record(&world, "alice");
        assert_eq!(second.suspend_reason, "Unknown");
        assert_eq!(second.suspended_at, first.suspended_at);
    }

    #[test]
    fn a_reseller_neither_locks_nor_unlocks_nor_suspends_themselves() {
        let world = World::new()
            .account("carol", "root")
            .reseller("carol", &[Acl::SuspendAcct])
            .account("alice", "carol")
            .account("bob", "root");
        let said = world.refusal("carol", "suspendacct", &[("user", "alice"), ("disallowun", "1")]);
        assert!(said.starts_with("disallowun: "), "{said}");
        let said = world.refusal("carol", "suspendacct", &[("user", "carol")]);
        assert!(said.contains("own account"), "{said}");
        let said = world.refusal("carol", "suspendacct", &[("user", "bob")]);
        assert_eq!(said, "There is no account “bob”.");
        assert!(!record(&world, "alice").suspended.0 && !record(&world, "bob").suspended.0);

        world.call("root", "suspendacct", &[("user", "alice"), ("disallowun", "1")]).unwrap();
        world.call("carol", "suspendacct", &[("user", "alice")]).unwrap();
        assert!(record(&world, "alice").locked.0);
    }
}
