//! `DAV::is_dav_service_enabled`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// `DAV::is_dav_service_enabled`.
#[derive(Input)]
pub struct Params;

/// What `is_dav_service_enabled` answers.
#[derive(Output)]
pub struct Reply {
    /// The enabled flag: 0 or 1.
    pub enabled: Flag,
}

/// See [`Params`].
pub struct IsDavServiceEnabled;

impl Function for IsDavServiceEnabled {
    const NAME: &'static str = "is_dav_service_enabled";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
