//! `Ftp::set_homedir`

use api::{Cx, DomainName, Effect, FilePath, Function, Input, Needs, Result};
use functions::domain::ftp::{Named, folders, logins};

/// Changes an FTP account's directory.
#[derive(Input)]
pub struct Params {
    /// The FTP account, with its domain or without.
    pub user: String,
    /// Main domain by default.
    pub domain: Option<DomainName>,
    /// Below the home directory; a folder named as the login where absent.
    pub homedir: Option<FilePath>,
}

/// See [`Params`].
pub struct SetHomedir;

impl Function for SetHomedir {
    const NAME: &'static str = "set_homedir";
    const NEEDS: Needs = Needs::Features(&["ftpaccts"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let domain = params.domain.as_ref();
        let read = |tx: &dyn api::records::Tx, account: &api::Account| {
            Named::read(tx, account, "user", &params.user, domain)
        };
        logins::change(cx, read, |account, login| {
            login.home = match &params.homedir {
                Some(path) => folders::read(account, "homedir", path)?,
                None => login.login(),
            };
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
    fn the_folder_is_another_and_made() {
        let world = world();
        let alice = "alice".parse().unwrap();
        let home = || world.machine.ftp(&alice).unwrap().unwrap().logins[0].home.clone();
        let form = [("user", "shop"), ("homedir", "files/shop")];
        world.uapi("alice", "Ftp", "set_homedir", &form).unwrap();
        assert_eq!(home(), "files/shop");
        world.uapi("alice", "Ftp", "set_homedir", &[("user", "shop")]).unwrap();
        assert_eq!(home(), "shop@alice.test");
        let form = [("user", "shop"), ("homedir", "a/../..")];
        let said = world.uapi_refusal("alice", "Ftp", "set_homedir", &form);
        assert!(said.starts_with("homedir: "), "{said}");
    }
}
