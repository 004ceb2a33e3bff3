//! `BoxTrapper::set_status`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result, reply};

/// `BoxTrapper::set_status`.
#[derive(Input)]
pub struct Params {
    /// The email.
    pub email: String,
    /// The enabled flag: 0 or 1.
    pub enabled: Flag,
}

/// See [`Params`].
pub struct SetStatus;

impl Function for SetStatus {
    const NAME: &'static str = "set_status";
    const NEEDS: Needs = Needs::Features(&["boxtrapper"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
