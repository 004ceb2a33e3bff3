//! `SiteQuality::verify_code`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// `SiteQuality::verify_code`.
#[derive(Input)]
pub struct Params {
    /// The code.
    pub code: String,
}

/// What `verify_code` answers.
#[derive(Output)]
pub struct Reply {
    /// The status flag: 0 or 1.
    pub status: Flag,
}

/// See [`Params`].
pub struct VerifyCode;

impl Function for VerifyCode {
    const NAME: &'static str = "verify_code";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
