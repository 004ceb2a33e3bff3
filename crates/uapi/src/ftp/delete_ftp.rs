//! `Ftp::delete_ftp`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Result};
use functions::domain::ftp::{Named, logins};

/// Deletes an FTP account.
#[derive(Input)]
pub struct Params {
    /// The FTP account, with its domain or without.
    pub user: String,
    /// 1 deletes its directory too.
    #[param(default = 0)]
    pub destroy: Flag,
    /// Main domain by default.
    pub domain: Option<DomainName>,
}

/// See [`Params`].
pub struct DeleteFtp;

impl Function for DeleteFtp {
    const NAME: &'static str = "delete_ftp";
    const NEEDS: Needs = Needs::Features(&["ftpaccts"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let domain = params.domain.as_ref();
        let read = |tx: &dyn api::records::Tx, account: &api::Account| {
            Named::read(tx, account, "user", &params.user, domain)
        };
        logins::remove(cx, read, params.destroy.0)
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
    fn the_login_goes_and_its_folder_only_where_asked() {
        let world = world();
        let alice = "alice".parse().unwrap();
        let form = [("user", "two"), ("pass", PASS)];
        world.uapi("alice", "Ftp", "add_ftp", &form).unwrap();
        let usage = |path: &str| {
            let tx = world.host.store.read().unwrap();
            let account = api::Account::of_caller(&*tx, &world.account_caller("alice")).unwrap();
            world.host.ftp.folder_usage(&account, path).unwrap().inodes
        };
        assert!(usage("two") > 0);
        let form = [("user", "two"), ("destroy", "1")];
        world.uapi("alice", "Ftp", "delete_ftp", &form).unwrap();
        assert_eq!(usage("two"), 0);
        world.uapi("alice", "Ftp", "delete_ftp", &[("user", "shop@alice.test")]).unwrap();
        assert!(usage("public_html/shop") > 0);
        assert!(world.machine.ftp(&alice).unwrap().is_none());
        let said = world.uapi_refusal("alice", "Ftp", "delete_ftp", &[("user", "shop")]);
        assert_eq!(said, "user: there is no FTP account “shop@alice.test”.");
    }

    #[test]
    fn a_folder_that_others_need_is_not_destroyed() {
        let world = world();
        for (user, homedir) in
            [("all", "/"), ("site", "public_html"), ("above", "public_html/shop/../shop")]
        {
            let form = [("user", user), ("pass", PASS), ("homedir", homedir)];
            drop(world.uapi("alice", "Ftp", "add_ftp", &form));
        }
        for user in ["all", "site"] {
            let form = [("user", user), ("destroy", "1")];
            let said = world.uapi_refusal("alice", "Ftp", "delete_ftp", &form);
            assert!(said.starts_with("destroy: ") && said.contains("alone"), "{said}");
            world.uapi("alice", "Ftp", "ftp_exists", &[("user", user)]).unwrap();
        }
        let world = world.account("bob", "root");
        let said = world.uapi_refusal("bob", "Ftp", "delete_ftp", &[("user", "shop@alice.test")]);
        assert_eq!(said, "domain: “alice.test” is no domain of this account.");
    }
}
