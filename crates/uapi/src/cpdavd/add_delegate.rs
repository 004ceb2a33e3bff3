//! `CPDAVD::add_delegate`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// `CPDAVD::add_delegate`.
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

/// What `add_delegate` answers.
#[derive(Output)]
pub struct Reply {
    /// The shared flag: 0 or 1.
    pub shared: Flag,
}

/// See [`Params`].
pub struct AddDelegate;

impl Function for AddDelegate {
    const NAME: &'static str = "add_delegate";
    const NEEDS: Needs = Needs::Features(&["caldavcarddav"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
