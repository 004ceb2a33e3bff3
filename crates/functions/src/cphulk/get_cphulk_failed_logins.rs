//! `get_cphulk_failed_logins`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Lists failed logins.
#[derive(Input)]
pub struct Params;

/// What `get_cphulk_failed_logins` answers.
#[derive(Output)]
pub struct Reply {
    /// The failed logins.
    pub failed_logins: Vec<FailedLogin>,
}

/// One item of `failed_logins`.
#[derive(Output)]
pub struct FailedLogin {
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
pub struct GetCphulkFailedLogins;

impl Function for GetCphulkFailedLogins {
    const NAME: &'static str = "get_cphulk_failed_logins";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
