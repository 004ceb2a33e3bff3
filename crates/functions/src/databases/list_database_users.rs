//! `list_database_users`

use api::{
    Acl, Cx, DatabaseName, Effect, Engine, Function, Input, Needs, Output, Result, UserName,
    records::DatabaseUser,
};

use crate::domain::databases::lists;

/// Lists the users of databases of all accounts that the caller may see, with the accounts.
#[derive(Debug, Input)]
pub struct Params;

/// The users of databases.
#[derive(Debug, Output)]
pub struct Reply {
    /// By account, server and name.
    pub payload: Vec<Item>,
}

/// A user of databases.
#[derive(Debug, Output)]
pub struct Item {
    /// The account.
    pub cpuser: UserName,
    /// The kind of server.
    pub engine: Engine,
    /// Its name.
    pub name: DatabaseName,
}

/// See [`Params`].
pub struct ListDatabaseUsers;

impl Function for ListDatabaseUsers {
    const NAME: &'static str = "list_database_users";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::MysqlInfo]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Reply> {
        let tx = cx.host.store.read()?;
        let rows: Vec<DatabaseUser> = lists::visible(cx, &*tx)?;
        let item =
            |row: DatabaseUser| Item { cpuser: row.account, engine: row.engine, name: row.name };
        let mut payload: Vec<Item> = rows.into_iter().map(item).collect();
        payload.sort_by(|a, b| (&a.cpuser, a.engine, &a.name).cmp(&(&b.cpuser, b.engine, &b.name)));
        Ok(Reply { payload })
    }
}

#[cfg(test)]
mod tests {
    use api::{Acl, Engine};

    use crate::testing::{World, databases};

    #[test]
    fn resellers_see_those_of_their_own_accounts() {
        let world = World::new()
            .account("carol", "root")
            .reseller("carol", &[Acl::MysqlInfo])
            .account("alice", "carol")
            .account("bob", "root");
        for (owner, engine) in
            [("bob", Engine::Mysql), ("alice", Engine::Postgresql), ("carol", Engine::Mysql)]
        {
            databases::create_user(&world, owner, engine, &format!("{owner}_x"));
        }
        let seen = |user| {
            let data = world.data(user, "list_database_users", &[]);
            let text = |item: &api::Value| {
                let part = |key: &str| item[key].as_str().unwrap().to_owned();
                [part("cpuser"), part("engine"), part("name")].join(" ")
            };
            data["payload"].as_array().unwrap().iter().map(text).collect::<Vec<_>>()
        };
        let [alice, bob, carol] =
            ["alice postgresql alice_x", "bob mysql bob_x", "carol mysql carol_x"];
        assert_eq!(seen("root"), [alice, bob, carol]);
        assert_eq!(seen("carol"), [alice, carol]);
    }
}
