//! `CPDAVD::remove_delegate`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// `CPDAVD::remove_delegate`.
#[derive(Input)]
pub struct Params {
    /// The calendar.
    pub calendar: String,
    /// The delegatee.
    pub delegatee: String,
    /// The delegator.
    pub delegator: String,
}

/// What `remove_delegate` answers.
#[derive(Output)]
pub struct Reply {
    /// The shared flag: 0 or 1.
    pub shared: Flag,
}

/// See [`Params`].
pub struct RemoveDelegate;

impl Function for RemoveDelegate {
    const NAME: &'static str = "remove_delegate";
    const NEEDS: Needs = Needs::Features(&["caldavcarddav"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
