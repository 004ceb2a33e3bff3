//! `Mysql::setup_db_and_user`

use api::{Cx, DatabaseName, Effect, Engine, Function, Input, Needs, Output, Result};
use functions::domain::databases::{LOCAL, setup};

/// Makes a MySQL database of a made-up name with a user who may do everything with it, for an installer.
#[derive(Debug, Input)]
pub struct Params {
    /// What both names begin with, after the account's prefix: up to 6 letters and digits.
    pub prefix: Option<String>,
}

/// All that an installer needs to connect.
#[derive(Output)]
pub struct Reply {
    /// The database.
    pub database: DatabaseName,
    /// The user.
    pub database_user: DatabaseName,
    /// The password, which is not shown again.
    pub database_user_password: String,
    /// The host of the server.
    pub hostname: String,
    /// Its port.
    pub port: String,
}

/// See [`Params`].
pub struct SetupDbAndUser;

impl Function for SetupDbAndUser {
    const NAME: &'static str = "setup_db_and_user";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        const ENGINE: Engine = Engine::Mysql;
        let server = cx.host.databases.server(ENGINE)?;
        let made = setup::make(cx, &cx.caller.user, params.prefix.as_deref().unwrap_or_default())?;
        Ok(Reply {
            database: made.name.clone(),
            database_user: made.name,
            database_user_password: made.password,
            hostname: LOCAL.to_owned(),
            port: server.port.to_string(),
        })
    }
}

#[cfg(test)]
mod tests {
    use api::{Engine, Limit};

    use crate::testing::{Calls as _, World, databases};

    #[test]
    fn an_installer_gets_what_it_needs() {
        let world = World::new().account("alice", "root");
        let data = world.uapi_data("alice", "Mysql", "setup_db_and_user", &[("prefix", "wp")]);
        let name = data["database"].as_str().unwrap();
        assert!(name.starts_with("alice_wp") && name.len() > 12, "{name}");
        assert_eq!(databases::databases(&world, Engine::Mysql), [name]);
        let user = data["database_user"].as_str().unwrap();
        let login = databases::login(&world, Engine::Mysql, user).unwrap();
        assert!(login.grants.values().all(api::Privileges::is_all) && login.grants.len() == 1);
        let password = data["database_user_password"].as_str().unwrap();
        let form = [("name", "alice_same"), ("password", password)];
        world.uapi("alice", "Mysql", "create_user", &form).unwrap();
        let same = databases::login(&world, Engine::Mysql, "alice_same").unwrap();
        assert_eq!(same.password, login.password, "the password is the user's");
        assert_eq!((&data["hostname"], &data["port"]), (&"localhost".into(), &"3306".into()));
    }

    #[test]
    fn the_limit_and_the_rule_of_the_prefix_hold() {
        let world = World::new()
            .account("alice", "root")
            .with_account("alice", |row| row.max_databases = Limit::of(0));
        let said = world.uapi_refusal("alice", "Mysql", "setup_db_and_user", &[]);
        assert!(said.contains("may have no more"), "{said}");
        for prefix in ["wordpress", "w_p", "ä"] {
            let form = [("prefix", prefix)];
            let said = world.uapi_refusal("alice", "Mysql", "setup_db_and_user", &form);
            assert!(said.starts_with("prefix: "), "{said}");
        }
        assert!(databases::databases(&world, Engine::Mysql).is_empty());
    }
}
