//! `PassengerApps::disable_application`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `PassengerApps::disable_application`.
#[derive(Input)]
pub struct Params {
    /// The name.
    pub name: String,
}

/// See [`Params`].
pub struct DisableApplication;

impl Function for DisableApplication {
    const NAME: &'static str = "disable_application";
    const NEEDS: Needs = Needs::Features(&["passengerapps"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
