//! `CPDAVD::update_delegate`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// `CPDAVD::update_delegate`.
#[derive(Input)]
pub struct Params {
    /// The calendar.
    pub calendar: String,
    /// The delegatee.
    pub delegatee: String,
    /// The delegator.
    pub delegator: String,
    /// The readonly flag: 0 or 1.
    pub readonly: Option<Flag>,
}

/// What `update_delegate` answers.
#[derive(Output)]
pub struct Reply {
    /// The shared flag: 0 or 1.
    pub shared: Flag,
}

/// See [`Params`].
pub struct UpdateDelegate;

impl Function for UpdateDelegate {
    const NAME: &'static str = "update_delegate";
    const NEEDS: Needs = Needs::Features(&["caldavcarddav"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
