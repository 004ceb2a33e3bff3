//! `BoxTrapper::get_status`

use api::{Cx, Effect, EmailAddress, Flag, Function, Input, Needs, Result, reply};

/// `BoxTrapper::get_status`.
#[derive(Input)]
pub struct Params {
    /// The email.
    pub email: EmailAddress,
}

/// See [`Params`].
pub struct GetStatus;

impl Function for GetStatus {
    const NAME: &'static str = "get_status";
    const NEEDS: Needs = Needs::Features(&["boxtrapper"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Flag;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
