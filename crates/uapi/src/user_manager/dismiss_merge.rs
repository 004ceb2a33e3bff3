//! `UserManager::dismiss_merge`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Result, records::PersonService};
use functions::domain::people::links;

use super::entry;

/// Stops offering to make logins of a name a subaccount's.
#[derive(Input)]
pub struct Params {
    /// The name before the `@`: at most 64 letters, digits, dots, hyphens, underscores.
    pub username: String,
    /// A domain of the account.
    pub domain: DomainName,
    /// 1: the mailbox.
    #[param(name = "services.email.dismiss", default = 0)]
    pub email: Flag,
    /// 1: the login for FTP.
    #[param(name = "services.ftp.dismiss", default = 0)]
    pub ftp: Flag,
    /// 1: the login for Web Disk.
    #[param(name = "services.webdisk.dismiss", default = 0)]
    pub webdisk: Flag,
}

/// See [`Params`].
pub struct DismissMerge;

impl Function for DismissMerge {
    const NAME: &'static str = "dismiss_merge";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let all = [
            (params.email, PersonService::Email),
            (params.ftp, PersonService::Ftp),
            (params.webdisk, PersonService::Webdisk),
        ];
        let chosen = all.into_iter().filter(|(flag, _)| flag.0);
        let chosen: Vec<PersonService> = chosen.map(|(_, service)| service).collect();
        let read = |tx: &dyn api::records::Tx, account: &api::Account| {
            entry::named(tx, account, &params.username, &params.domain)
        };
        links::dismiss(cx, read, &chosen)
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::testing::Calls;

    const PASS: &str = "Quarry-lamp-7-vivid";

    /// An account with logins for FTP that are nobody's.
    fn world() -> World {
        let world = World::new().account("alice", "root");
        for user in ["anna", "bert"] {
            let form = [("user", user), ("pass", PASS), ("quota", "20")];
            world.uapi("alice", "Ftp", "add_ftp", &form).unwrap();
        }
        world
    }

    #[test]
    fn a_login_is_no_candidate_any_more() {
        let world = world();
        let form = [("username", "anna"), ("domain", "alice.test"), ("password", PASS)];
        world.uapi("alice", "UserManager", "create_user", &form).unwrap();
        let form = [("username", "anna"), ("domain", "alice.test"), ("services.ftp.dismiss", "1")];
        world.uapi("alice", "UserManager", "dismiss_merge", &form).unwrap();
        let data = world.uapi_data("alice", "UserManager", "list_users", &[]);
        assert_eq!(data[1]["merge_candidates"], serde_json::json!([]));
        assert_eq!(data[1]["dismissed_merge_candidates"][0]["dismissed"], 1);
        let said = world.uapi_refusal("alice", "UserManager", "dismiss_merge", &form[..2]);
        assert!(said.starts_with("services.email.dismiss: one of the services"), "{said}");
    }
}
