//! `UserManager::merge_service_account`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Result, records::PersonService};
use functions::domain::people::links;

use super::entry::{self, Entry};

/// Makes logins a subaccount's, which is made where there is none.
#[derive(Input)]
pub struct Params {
    /// The name before the `@`: at most 64 letters, digits, dots, hyphens, underscores.
    pub username: String,
    /// A domain of the account.
    pub domain: DomainName,
    /// 1: the mailbox.
    #[param(name = "services.email.merge", default = 0)]
    pub email: Flag,
    /// 1: the login for FTP.
    #[param(name = "services.ftp.merge", default = 0)]
    pub ftp: Flag,
    /// 1: the login for Web Disk.
    #[param(name = "services.webdisk.merge", default = 0)]
    pub webdisk: Flag,
}

/// See [`Params`].
pub struct MergeServiceAccount;

impl Function for MergeServiceAccount {
    const NAME: &'static str = "merge_service_account";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Option<Entry>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Option<Entry>> {
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
        let (account, person) = links::merge(cx, read, &chosen)?;
        entry::of(cx, &account, &person)
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
    fn a_login_becomes_a_subaccounts() {
        let world = world();
        let ask = |extra: &[(&str, &str)]| {
            let form = [&[("username", "anna"), ("domain", "alice.test")], extra].concat();
            world.uapi("alice", "UserManager", "merge_service_account", &form)
        };
        let data = ask(&[("services.ftp.merge", "1")]).unwrap().data;
        assert_eq!(
            (&data["type"], &data["services"]["ftp"]["enabled"]),
            (&"sub".into(), &1.into())
        );
        assert_eq!(data["synced_password"], 0);
        let said = ask(&[]).unwrap_err().to_string();
        assert!(said.starts_with("services.email.merge: one of the services"), "{said}");
        let said = ask(&[("services.webdisk.merge", "1")]).unwrap_err().to_string();
        assert!(said.starts_with("services.webdisk.merge: there is no webdisk account"), "{said}");
    }
}
