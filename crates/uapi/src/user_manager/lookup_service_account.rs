//! `UserManager::lookup_service_account`

use api::{Account, Cx, Effect, Error, Function, Input, Needs, Result, records::PersonService};
use functions::domain::people::Person;

use super::entry::{self, Entry};

/// Gives one login by its name and service.
#[derive(Input)]
pub struct Params {
    /// The name, with its domain.
    pub full_username: String,
    /// The service.
    #[param(name = "type")]
    pub kind: PersonService,
}

/// See [`Params`].
pub struct LookupServiceAccount;

impl Function for LookupServiceAccount {
    const NAME: &'static str = "lookup_service_account";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Entry;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Entry> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let named = entry::whole(&*tx, &account, &params.full_username)?;
        let person = Person::of(&*tx, &account, named)?;
        drop(tx);
        if !person.services().contains(&params.kind) {
            let (word, full) = (params.kind.as_str(), person.full_name());
            let said = format!("full_username: there is no {word} account “{full}”.");
            return Err(Error::not_found(said));
        }
        entry::alone(cx, &account, &person, params.kind)
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
    fn a_login_is_found_by_its_service() {
        let world = world();
        let form = [("full_username", "bert@alice.test"), ("type", "ftp")];
        let data = world.uapi_data("alice", "UserManager", "lookup_service_account", &form);
        assert_eq!(
            (&data["type"], &data["services"]["ftp"]["quota"]),
            (&"service".into(), &20.into())
        );
        assert_eq!((&data["sub_account_exists"], &data["dismissed"]), (&0.into(), &0.into()));
        let form = [("full_username", "bert@alice.test"), ("type", "webdisk")];
        let said = world.uapi_refusal("alice", "UserManager", "lookup_service_account", &form);
        assert_eq!(said, "full_username: there is no webdisk account “bert@alice.test”.");
        let form = [("full_username", "bert"), ("type", "ftp")];
        let said = world.uapi_refusal("alice", "UserManager", "lookup_service_account", &form);
        assert!(said.starts_with("full_username: must be a name and a domain"), "{said}");
    }
}
