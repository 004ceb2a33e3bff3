//! `Ftp::get_port`

use api::{Cx, Effect, Function, Input, Needs, Output, Result};

/// Shows the FTP port.
#[derive(Input)]
pub struct Params;

/// What `get_port` answers.
#[derive(Output)]
pub struct Reply {
    /// The port.
    pub port: i64,
}

/// See [`Params`].
pub struct GetPort;

impl Function for GetPort {
    const NAME: &'static str = "get_port";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Reply> {
        Ok(Reply { port: cx.host.ftp.server()?.port.into() })
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;
    use serde_json::json;

    use crate::testing::Calls;

    #[test]
    fn it_is_the_machines() {
        let world = World::new().account("alice", "root");
        let port = i64::from(world.host.ftp.server().unwrap().port);
        let data = world.uapi_data("alice", "Ftp", "get_port", &[]);
        assert_eq!(data, json!({"port": port}));
    }
}
