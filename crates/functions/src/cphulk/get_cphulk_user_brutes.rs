//! `get_cphulk_user_brutes`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Lists brute force entries by user account.
#[derive(Input)]
pub struct Params;

/// What `get_cphulk_user_brutes` answers.
#[derive(Output)]
pub struct Reply {
    /// The user brutes.
    pub user_brutes: Vec<UserBrute>,
}

/// One item of `user_brutes`.
#[derive(Output)]
pub struct UserBrute {
    /// The authservice.
    pub authservice: String,
    /// The exptime.
    pub exptime: String,
    /// The IP address.
    pub ip: String,
    /// The logintime.
    pub logintime: String,
    /// The service.
    pub service: String,
    /// The timeleft.
    pub timeleft: i64,
    /// The user.
    pub user: String,
}

/// See [`Params`].
pub struct GetCphulkUserBrutes;

impl Function for GetCphulkUserBrutes {
    const NAME: &'static str = "get_cphulk_user_brutes";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
