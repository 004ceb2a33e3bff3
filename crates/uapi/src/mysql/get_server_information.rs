//! `Mysql::get_server_information`

use api::{Cx, Effect, Engine, Flag, Function, Input, Needs, Output, Result};
use functions::domain::databases::LOCAL;

/// Says where the MySQL databases are served, and in which version.
#[derive(Debug, Input)]
pub struct Params;

/// The server.
#[derive(Debug, Output)]
pub struct Reply {
    /// The host on which it is.
    pub host: String,
    /// Whether that is another one.
    pub is_remote: Flag,
    /// Its version.
    pub version: String,
}

/// See [`Params`].
pub struct GetServerInformation;

impl Function for GetServerInformation {
    const NAME: &'static str = "get_server_information";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Reply> {
        const ENGINE: Engine = Engine::Mysql;
        let server = cx.host.databases.server(ENGINE)?;
        Ok(Reply { host: LOCAL.to_owned(), is_remote: Flag(false), version: server.version })
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{Calls as _, World};

    #[test]
    fn it_is_the_server_of_this_machine() {
        let world = World::new().account("alice", "root");
        let data = world.uapi_data("alice", "Mysql", "get_server_information", &[]);
        assert_eq!((&data["host"], &data["is_remote"]), (&"localhost".into(), &0.into()));
        let whm = world.data("root", "current_mysql_version", &[]);
        assert!(data["version"].as_str().unwrap().starts_with(whm["version"].as_str().unwrap()));
    }
}
