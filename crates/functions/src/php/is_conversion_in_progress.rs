//! `is_conversion_in_progress`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Tells whether the conversion to PHP-FPM is running.
#[derive(Input)]
pub struct Params;

/// What `is_conversion_in_progress` answers.
#[derive(Output)]
pub struct Reply {
    /// The in progress flag: 0 or 1.
    #[param(name = "inProgress")]
    pub in_progress: Flag,
}

/// See [`Params`].
pub struct IsConversionInProgress;

impl Function for IsConversionInProgress {
    const NAME: &'static str = "is_conversion_in_progress";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
