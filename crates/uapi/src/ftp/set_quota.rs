//! `Ftp::set_quota`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Limit, Needs, Result};
use functions::domain::ftp::{Named, logins};

/// Changes an FTP account's quota.
#[derive(Input)]
pub struct Params {
    /// The FTP account, with its domain or without.
    pub user: String,
    /// Main domain by default.
    pub domain: Option<DomainName>,
    /// 1 lifts the quota.
    #[param(default = 0)]
    pub kill: Flag,
    /// Megabytes; 0 is unlimited.
    #[param(default = 0)]
    pub quota: i64,
}

/// See [`Params`].
pub struct SetQuota;

impl Function for SetQuota {
    const NAME: &'static str = "set_quota";
    const NEEDS: Needs = Needs::Features(&["ftpaccts"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let quota = logins::quota("quota", params.quota)?;
        let quota = if params.kill.0 { Limit::UNLIMITED } else { quota };
        let domain = params.domain.as_ref();
        let read = |tx: &dyn api::records::Tx, account: &api::Account| {
            Named::read(tx, account, "user", &params.user, domain)
        };
        logins::change(cx, read, |_, login| {
            login.quota = quota;
            Ok(())
        })
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::testing::Calls;

    const PASS: &str = "Quarry-lamp-7-vivid";

    fn world() -> World {
        let world = World::new().account("alice", "root");
        let form = [("user", "shop"), ("pass", PASS), ("homedir", "public_html/shop")];
        world.uapi("alice", "Ftp", "add_ftp", &form).unwrap();
        world
    }

    #[test]
    fn a_quota_is_set_and_lifted() {
        let world = world();
        let alice = "alice".parse().unwrap();
        let quota = || world.machine.ftp(&alice).unwrap().unwrap().logins[0].quota;
        for (form, limit) in [
            (&[("user", "shop"), ("quota", "5")][..], api::Limit::of(5)),
            (&[("user", "shop"), ("quota", "5"), ("kill", "1")], api::Limit::UNLIMITED),
            (&[("user", "shop"), ("quota", "7")], api::Limit::of(7)),
            (&[("user", "shop")], api::Limit::UNLIMITED),
        ] {
            world.uapi("alice", "Ftp", "set_quota", form).unwrap();
            assert_eq!(quota(), limit);
        }
        let said =
            world.uapi_refusal("alice", "Ftp", "set_quota", &[("user", "x"), ("quota", "1")]);
        assert_eq!(said, "user: there is no FTP account “x@alice.test”.");
    }
}
