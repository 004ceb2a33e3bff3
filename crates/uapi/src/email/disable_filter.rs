//! `Email::disable_filter`

use api::{Cx, Effect, EmailAddress, Flag, Function, Input, Needs, Output, Result, reply};

/// Turns a mail filter off.
#[derive(Input)]
pub struct Params {
    /// Address that owns it.
    pub account: EmailAddress,
    /// The filtername.
    pub filtername: String,
}

/// What `disable_filter` answers.
#[derive(Output)]
pub struct Reply {
    /// The filtername.
    pub filtername: String,
    /// The updated flag: 0 or 1.
    pub updated: Flag,
}

/// See [`Params`].
pub struct DisableFilter;

impl Function for DisableFilter {
    const NAME: &'static str = "disable_filter";
    const NEEDS: Needs = Needs::Features(&["emailfilter"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
