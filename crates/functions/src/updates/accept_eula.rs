//! `accept_eula`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Records that the legal terms were accepted.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct AcceptEula;

impl Function for AcceptEula {
    const NAME: &'static str = "accept_eula";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
