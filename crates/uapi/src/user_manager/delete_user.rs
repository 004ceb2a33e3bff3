//! `UserManager::delete_user`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result};
use functions::domain::people::changes;

use super::entry::{self, Entry};

/// Removes a subaccount with its logins; their folders and its mail stay. What is left of the name
/// is answered.
#[derive(Input)]
pub struct Params {
    /// The name before the `@`: at most 64 letters, digits, dots, hyphens, underscores.
    pub username: String,
    /// A domain of the account.
    pub domain: DomainName,
}

/// See [`Params`].
pub struct DeleteUser;

impl Function for DeleteUser {
    const NAME: &'static str = "delete_user";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Option<Entry>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Option<Entry>> {
        let read = |tx: &dyn api::records::Tx, account: &api::Account| {
            entry::named(tx, account, &params.username, &params.domain)
        };
        let (account, left) = changes::remove(cx, read)?;
        entry::of(cx, &account, &left)
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::testing::Calls;

    const PASS: &str = "Quarry-lamp-7-vivid";

    /// An account with a subaccount that has both services.
    fn world() -> World {
        let world = World::new().account("alice", "root");
        let form = [
            ("username", "Anna"),
            ("domain", "alice.test"),
            ("password", PASS),
            ("real_name", "Anna Alder"),
            ("services.ftp.enabled", "1"),
            ("services.ftp.homedir", "anna"),
            ("services.webdisk.enabled", "1"),
            ("services.webdisk.homedir", "public_html"),
            ("services.webdisk.perms", "ro"),
        ];
        world.uapi("alice", "UserManager", "create_user", &form).unwrap();
        world
    }

    #[test]
    fn its_logins_go_and_what_is_nobodys_stays() {
        let world = world();
        let form = [("username", "anna"), ("domain", "alice.test"), ("service", "webdisk")];
        world.uapi("alice", "UserManager", "unlink_service_account", &form).unwrap();
        let data = world.uapi_data("alice", "UserManager", "delete_user", &form[..2]);
        assert_eq!(
            (&data["type"], &data["services"]["webdisk"]["enabled"]),
            (&"service".into(), &1.into())
        );
        assert!(world.machine.ftp(&"alice".parse().unwrap()).unwrap().is_none());
        let said = world.uapi_refusal("alice", "UserManager", "delete_user", &form[..2]);
        assert_eq!(said, "username: there is no subaccount “anna@alice.test”.");
    }

    #[test]
    fn nothing_is_left_of_one_who_had_all() {
        let world = world();
        let form = [("username", "anna"), ("domain", "alice.test")];
        assert!(world.uapi_data("alice", "UserManager", "delete_user", &form).is_null());
    }
}
