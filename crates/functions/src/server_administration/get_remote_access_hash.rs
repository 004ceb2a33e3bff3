//! `get_remote_access_hash`

use api::{
    Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result, Secret, UserName, reply,
};

/// Fetch a user's access hash from a remote server.
#[derive(Input)]
pub struct Params {
    /// The host: the server's hostname.
    pub host: DomainName,
    /// The password.
    pub password: Secret,
    /// The username.
    pub username: UserName,
    /// 1: make a hash where there is none.
    #[param(default = 0)]
    pub generate: Flag,
}

/// What `get_remote_access_hash` answers.
#[derive(Output)]
pub struct Reply {
    /// The accesshash.
    pub accesshash: String,
}

/// See [`Params`].
pub struct GetRemoteAccessHash;

impl Function for GetRemoteAccessHash {
    const NAME: &'static str = "get_remote_access_hash";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
