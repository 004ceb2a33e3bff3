//! `remove_in_progress_exim_config_edit`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Drop the dry-run Exim configuration left by a failed edit.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct RemoveInProgressEximConfigEdit;

impl Function for RemoveInProgressEximConfigEdit {
    const NAME: &'static str = "remove_in_progress_exim_config_edit";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
