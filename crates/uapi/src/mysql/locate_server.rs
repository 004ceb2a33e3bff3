//! `Mysql::locate_server`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result};
use functions::domain::databases::LOCAL;

/// Says on which host the MySQL databases are.
#[derive(Debug, Input)]
pub struct Params;

/// Where the server is.
#[derive(Debug, Output)]
pub struct Reply {
    /// Whether it is on another host.
    pub is_remote: Flag,
    /// The host.
    pub remote_host: String,
}

/// See [`Params`].
pub struct LocateServer;

impl Function for LocateServer {
    const NAME: &'static str = "locate_server";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Ok(Reply { is_remote: Flag(false), remote_host: LOCAL.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{Calls as _, World};

    #[test]
    fn it_is_here() {
        let world = World::new().account("alice", "root");
        let data = world.uapi_data("alice", "Mysql", "locate_server", &[]);
        assert_eq!(data, serde_json::json!({ "is_remote": 0, "remote_host": "localhost" }));
    }
}
