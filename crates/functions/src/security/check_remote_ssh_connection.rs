//! `check_remote_ssh_connection`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Output, Result, reply};

/// Tries an SSH connection to another server.
#[derive(Input)]
pub struct Params {
    /// The host.
    pub host: DomainName,
    /// The port.
    #[param(default = 22)]
    pub port: i64,
}

/// What `check_remote_ssh_connection` answers.
#[derive(Output)]
pub struct Reply {
    /// The comment.
    pub comment: Option<String>,
    /// The protocol versions.
    pub protocol_versions: Vec<String>,
    /// The received.
    pub received: String,
    /// The server software.
    pub server_software: Option<String>,
}

/// See [`Params`].
pub struct CheckRemoteSshConnection;

impl Function for CheckRemoteSshConnection {
    const NAME: &'static str = "check_remote_ssh_connection";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
