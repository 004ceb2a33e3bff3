//! `get_current_lts_expiration_status`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, UnixTime, reply};

/// Tells whether the LTS version expires within three months.
#[derive(Input)]
pub struct Params;

/// What `get_current_lts_expiration_status` answers.
#[derive(Output)]
pub struct Reply {
    /// Expiration, as a Unix time.
    pub expiration: UnixTime,
    /// The expires in next three months flag: 0 or 1.
    pub expires_in_next_three_months: Flag,
    /// The full version.
    pub full_version: String,
}

/// See [`Params`].
pub struct GetCurrentLtsExpirationStatus;

impl Function for GetCurrentLtsExpirationStatus {
    const NAME: &'static str = "get_current_lts_expiration_status";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
