//! `Ftp::passwd`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result, Secret};
use functions::domain::ftp::{Named, logins};

/// Changes an FTP account's password.
#[derive(Input)]
pub struct Params {
    /// The password.
    pub pass: Secret,
    /// The FTP account, with its domain or without.
    pub user: String,
    /// Main domain by default.
    pub domain: Option<DomainName>,
}

/// See [`Params`].
pub struct Passwd;

impl Function for Passwd {
    const NAME: &'static str = "passwd";
    const NEEDS: Needs = Needs::Features(&["ftpaccts"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let domain = params.domain.as_ref();
        let read = |tx: &dyn api::records::Tx, account: &api::Account| {
            Named::read(tx, account, "user", &params.user, domain)
        };
        logins::set_password(cx, read, &params.pass)
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
    fn the_password_is_another_on_the_machine() {
        let world = world();
        let alice = "alice".parse().unwrap();
        let hash = || world.machine.ftp(&alice).unwrap().unwrap().logins[0].password.clone();
        let before = hash();
        let form = [("user", "shop"), ("pass", "Tundra-otter-9-mellow")];
        world.uapi("alice", "Ftp", "passwd", &form).unwrap();
        assert_ne!(hash(), before);
        let new = api::Secret::new("Tundra-otter-9-mellow".to_owned());
        assert!(world.host.passwords.verify(&new, Some(&hash())).unwrap());
        let form = [("user", "shop"), ("pass", "short")];
        let said = world.uapi_refusal("alice", "Ftp", "passwd", &form);
        assert!(said.starts_with("password: must have"), "{said}");
        let form = [("user", "alice"), ("pass", "Tundra-otter-9-mellow")];
        let said = world.uapi_refusal("alice", "Ftp", "passwd", &form);
        assert_eq!(said, "user: there is no FTP account “alice@alice.test”.");
    }
}
