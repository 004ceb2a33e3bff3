//! `Mysql::get_server_information`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Shows the database server and its version.
#[derive(Input)]
pub struct Params;

/// What `get_server_information` answers.
#[derive(Output)]
pub struct Reply {
    /// The host.
    pub host: String,
    /// Whether it is remote.
    pub is_remote: Flag,
    /// The version.
    pub version: String,
}

/// See [`Params`].
pub struct GetServerInformation;

impl Function for GetServerInformation {
    const NAME: &'static str = "get_server_information";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
