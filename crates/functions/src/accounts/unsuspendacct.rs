//! `unsuspendacct`

use api::{Acl, Cx, Effect, Error, Flag, Function, Input, Legacy, Needs, Result, UserName};

use crate::domain::{
    accounts::{self, rights},
    change::{Change, OnFailure},
};

/// Ends the suspension of an account. One that is not suspended stays as it is.
#[derive(Debug, Input)]
pub struct Params {
    /// The account.
    pub user: UserName,
    /// 1: keep the proxies that the account's services have. There are none here.
    #[param(name = "retain-service-proxies", default = 0)]
    pub retain_service_proxies: Flag,
}

/// See [`Params`].
pub struct UnsuspendAcct;

impl Function for UnsuspendAcct {
    const NAME: &'static str = "unsuspendacct";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::SuspendAcct]);
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::RESULT;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let mut change = Change::begin(cx)?;
        let account = rights::account_of_another(cx, change.tx(), &params.user)?;
        let mut record = account.into_record();
        if record.locked.0 && !cx.caller.is_rootlike() {
            return Err(Error::denied(format!(
                "user: root has locked “{}”; only root may unsuspend it.",
                record.name
            )));
        }
        record.suspended = Flag(false);
        record.suspended_at = None;
        record.suspend_reason.clear();
        record.locked = Flag(false);
        record.keeps_ftp = Flag(false);
        accounts::save(cx, &mut change, &mut record)?;
        accounts::touch_all(&mut change, &record.name)?;
        change.commit(OnFailure::Undo)?;
        cx.raw(format!("The user “{}” can log in again.", record.name));
        cx.raw("The sites of the account are served again.");
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use api::{Acl, UserName};

    use crate::testing::World;

    #[test]
    fn the_login_and_the_site_are_as_before() {
        let world = World::new().account("alice", "root");
        world.call("root", "suspendacct", &[("user", "alice")]).unwrap();
        for _ in 0..2 {
            world.call("root", "unsuspendacct", &[("user", "alice")]).unwrap();
            let alice: UserName = "alice".parse().unwrap();
            assert!(!world.machine.login(&alice).unwrap().unwrap().locked);
            assert!(!world.machine.site("alice.test").unwrap().unwrap().suspended);
        }
    }

    #[test]
    fn what_root_locked_only_root_unsuspends() {
        let world = World::new().reseller("carol", &[Acl::SuspendAcct]).account("alice", "carol");
        world.call("root", "suspendacct", &[("user", "alice"), ("disallowun", "1")]).unwrap();
        let said = world.refusal("carol", "unsuspendacct", &[("user", "alice")]);
        assert!(said.contains("locked"), "{said}");
        let alice: UserName = "alice".parse().unwrap();
        assert!(world.machine.login(&alice).unwrap().unwrap().locked);
        world.call("root", "unsuspendacct", &[("user", "alice")]).unwrap();
        world.call("carol", "suspendacct", &[("user", "alice")]).unwrap();
        world.call("carol", "unsuspendacct", &[("user", "alice")]).unwrap();
        let said = world.refusal("carol", "unsuspendacct", &[("user", "bob")]);
        assert_eq!(said, "There is no account “bob”.");
    }
}
