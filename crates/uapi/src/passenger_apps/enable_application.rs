//! `PassengerApps::enable_application`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `PassengerApps::enable_application`.
#[derive(Input)]
pub struct Params {
    /// The name.
    pub name: String,
}

/// See [`Params`].
pub struct EnableApplication;

impl Function for EnableApplication {
    const NAME: &'static str = "enable_application";
    const NEEDS: Needs = Needs::Features(&["passengerapps"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
