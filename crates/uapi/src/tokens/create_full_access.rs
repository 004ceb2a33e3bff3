//! `Tokens::create_full_access`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, UnixTime, reply};

/// Make a named API token that reaches all features of the account.
#[derive(Input)]
pub struct Params {
    /// At most 50 characters; letters, digits, dash, underscore.
    pub name: String,
    /// Left out: never expires.
    pub expires_at: Option<UnixTime>,
    /// 1: the token may only call operations that the reference marks read-only; others are refused
    /// by the server.
    pub readonly: Option<Flag>,
}

/// What `create_full_access` answers.
#[derive(Output)]
pub struct Reply {
    /// Create time, as a Unix time.
    pub create_time: UnixTime,
    /// The token.
    pub token: String,
}

/// See [`Params`].
pub struct CreateFullAccess;

impl Function for CreateFullAccess {
    const NAME: &'static str = "create_full_access";
    const NEEDS: Needs = Needs::Features(&["apitokens"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
