//! `SSL::is_autossl_check_in_progress`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result, reply};

/// Tells whether an AutoSSL check runs for the account.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct IsAutosslCheckInProgress;

impl Function for IsAutosslCheckInProgress {
    const NAME: &'static str = "is_autossl_check_in_progress";
    const NEEDS: Needs = Needs::Features(&["autossl"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Flag;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
