//! `BoxTrapper::set_forwarders`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `BoxTrapper::set_forwarders`.
#[derive(Input)]
pub struct Params {
    /// The email.
    pub email: String,
    /// The forwarder: list.
    pub forwarder: String,
}

/// See [`Params`].
pub struct SetForwarders;

impl Function for SetForwarders {
    const NAME: &'static str = "set_forwarders";
    const NEEDS: Needs = Needs::Features(&["boxtrapper"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
