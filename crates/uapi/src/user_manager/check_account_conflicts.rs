//! `UserManager::check_account_conflicts`

use api::{Account, Cx, Effect, EmailAddress, Flag, Function, Input, Needs, Output, Result};
use functions::domain::people::Person;

use super::entry::{self, Entry};

/// Says whether a name is a subaccount's or a login's already.
#[derive(Input)]
pub struct Params {
    /// The name, with its domain.
    pub full_username: EmailAddress,
}

/// See [`Params`].
pub struct CheckAccountConflicts;

impl Function for CheckAccountConflicts {
    const NAME: &'static str = "check_account_conflicts";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let named = entry::whole(&*tx, &account, params.full_username.as_str())?;
        let person = Person::of(&*tx, &account, named)?;
        drop(tx);
        let accounts = entry::of(cx, &account, &person)?;
        Ok(Reply { conflict: Flag(accounts.is_some()), accounts })
    }
}

/// What `check_account_conflicts` answers.
#[derive(Output)]
pub struct Reply {
    /// Whether there is one.
    pub conflict: Flag,
    /// What has the name.
    #[param(absent)]
    pub accounts: Option<Entry>,
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
    fn a_login_is_a_conflict_and_a_free_name_none() {
        let world = world();
        let ask = |name: &str| {
            let form = [("full_username", name)];
            world.uapi_data("alice", "UserManager", "check_account_conflicts", &form)
        };
        let data = ask("bert@alice.test");
        assert_eq!((&data["conflict"], &data["accounts"]["type"]), (&1.into(), &"service".into()));
        assert_eq!(ask("carl@alice.test"), serde_json::json!({"conflict": 0}));
    }
}
