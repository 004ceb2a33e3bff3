//! `UserManager::lookup_user`

use api::{Account, Cx, Effect, Function, Input, Needs, Result};
use functions::domain::people;

use super::entry::{self, Entry};

/// Gives one subaccount by its id.
#[derive(Input)]
pub struct Params {
    /// The id.
    pub guid: String,
}

/// See [`Params`].
pub struct LookupUser;

impl Function for LookupUser {
    const NAME: &'static str = "lookup_user";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Option<Entry>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Option<Entry>> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        // Some callers send it encoded once more.
        let guid = params.guid.replace("%3A", ":").replace("%3a", ":");
        let person = people::by_guid(&*tx, &account, &guid)?;
        drop(tx);
        entry::of(cx, &account, &person)
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
    fn an_id_is_the_accounts_own() {
        let world = world().account("bob", "root");
        let data = world.uapi_data("alice", "UserManager", "list_users", &[]);
        let guid = data[1]["guid"].as_str().unwrap();
        assert!(guid.starts_with("ALICE:ALICE.TEST:") && guid.len() > 80, "{guid}");
        for text in [guid.to_owned(), guid.replace(':', "%3A")] {
            let form = [("guid", text.as_str())];
            let found = world.uapi_data("alice", "UserManager", "lookup_user", &form);
            assert_eq!(found["username"], "anna");
        }
        let said = world.uapi_refusal("bob", "UserManager", "lookup_user", &[("guid", guid)]);
        assert_eq!(said, "guid: there is no subaccount of that id.");
    }
}
