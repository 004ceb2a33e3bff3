//! `UserManager::unlink_service_account`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Result, records::PersonService};
use functions::domain::people::links;

use super::entry;

/// Takes a login from its subaccount; it stays by itself.
#[derive(Input)]
pub struct Params {
    /// The name before the `@`: at most 64 letters, digits, dots, hyphens, underscores.
    pub username: String,
    /// A domain of the account.
    pub domain: DomainName,
    /// The service.
    pub service: PersonService,
    /// 1 also stops offering to link it again.
    #[param(default = 0)]
    pub dismiss: Flag,
}

/// See [`Params`].
pub struct UnlinkServiceAccount;

impl Function for UnlinkServiceAccount {
    const NAME: &'static str = "unlink_service_account";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let read = |tx: &dyn api::records::Tx, account: &api::Account| {
            entry::named(tx, account, &params.username, &params.domain)
        };
        links::unlink(cx, read, params.service, params.dismiss.0)
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
    fn a_login_stands_by_itself() {
        let world = world();
        let form = [("username", "anna"), ("domain", "alice.test"), ("service", "ftp")];
        world.uapi("alice", "UserManager", "unlink_service_account", &form).unwrap();
        let data = world.uapi_data("alice", "UserManager", "list_users", &[]);
        assert_eq!(data[1]["services"]["ftp"]["enabled"], 0);
        assert_eq!(data[1]["merge_candidates"][0]["services"]["ftp"]["enabled"], 1);
        let said = world.uapi_refusal("alice", "UserManager", "unlink_service_account", &form);
        assert_eq!(said, "service: “anna@alice.test” has no ftp account of its own.");
        let form = [("username", "bert"), ("domain", "alice.test"), ("service", "ftp")];
        let said = world.uapi_refusal("alice", "UserManager", "unlink_service_account", &form);
        assert_eq!(said, "username: there is no subaccount “bert@alice.test”.");
    }
}
