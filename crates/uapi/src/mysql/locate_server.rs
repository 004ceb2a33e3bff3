//! `Mysql::locate_server`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Tells whether the database server is remote, and where.
#[derive(Input)]
pub struct Params;

/// What `locate_server` answers.
#[derive(Output)]
pub struct Reply {
    /// Whether it is remote.
    pub is_remote: Flag,
    /// The remote host.
    pub remote_host: String,
}

/// See [`Params`].
pub struct LocateServer;

impl Function for LocateServer {
    const NAME: &'static str = "locate_server";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
