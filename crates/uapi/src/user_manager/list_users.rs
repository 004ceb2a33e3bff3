//! `UserManager::list_users`

use api::{Account, Cx, Effect, Flag, Function, Input, Needs, Result};
use functions::domain::people;

use super::entry::{self, Entry};

/// Lists the account itself, its subaccounts, and logins that are nobody's.
#[derive(Input)]
pub struct Params {
    /// 1 leaves `merge_candidates` out and lists such logins side by side.
    #[param(default = 0)]
    pub flat: Flag,
}

/// See [`Params`].
pub struct ListUsers;

impl Function for ListUsers {
    const NAME: &'static str = "list_users";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Entry>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Vec<Entry>> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let people = people::all(&*tx, &account)?;
        drop(tx);
        let mut entries = vec![entry::own(cx, &account)?];
        for person in people {
            if params.flat.0 {
                entries.extend(entry::flat(cx, &account, &person)?);
            } else {
                entries.extend(entry::of(cx, &account, &person)?);
            }
        }
        Ok(entries)
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
    fn logins_stand_with_their_name_or_side_by_side() {
        let world = world();
        let form = [("username", "anna"), ("domain", "alice.test"), ("password", PASS)];
        world.uapi("alice", "UserManager", "create_user", &form).unwrap();
        let types = |form: &[(&str, &str)]| {
            let data = world.uapi_data("alice", "UserManager", "list_users", form);
            let rows = data.as_array().unwrap().iter();
            let row = |row: &api::Value| {
                format!("{} {}", row["username"].as_str().unwrap(), row["type"].as_str().unwrap())
            };
            rows.map(row).collect::<Vec<_>>()
        };
        assert_eq!(types(&[]), ["alice cpanel", "anna sub", "bert service"]);
        let flat = types(&[("flat", "1")]);
        assert_eq!(flat, ["alice cpanel", "anna sub", "anna service", "bert service"]);
    }

    #[test]
    fn people_follow_their_account_and_its_domain() {
        let world = world();
        let form = [("username", "anna"), ("domain", "alice.test"), ("services.ftp.merge", "1")];
        world.uapi("alice", "UserManager", "merge_service_account", &form).unwrap();
        let form = [("user", "alice"), ("newuser", "carl"), ("DNS", "carl.test")];
        world.call("root", "modifyacct", &form).unwrap();
        let data = world.uapi_data("carl", "UserManager", "list_users", &[]);
        assert_eq!(data[1]["full_username"], "anna@carl.test");
        assert_eq!(data[1]["services"]["ftp"]["enabled"], 1);
        world.call("root", "removeacct", &[("user", "carl")]).unwrap();
        let world = world.account("carl", "root");
        let data = world.uapi_data("carl", "UserManager", "list_users", &[]);
        assert_eq!(data.as_array().unwrap().len(), 1);
    }
}
