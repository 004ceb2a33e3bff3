//! `DynamicDNS::set_description`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `DynamicDNS::set_description`.
#[derive(Input)]
pub struct Params {
    /// The description.
    pub description: String,
    /// The ID.
    pub id: String,
}

/// See [`Params`].
pub struct SetDescription;

impl Function for SetDescription {
    const NAME: &'static str = "set_description";
    const NEEDS: Needs = Needs::Features(&["dynamicdns"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
