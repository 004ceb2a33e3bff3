//! `run_cpkeyclt`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Verify the product licence with the vendor's licence servers.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct RunCpkeyclt;

impl Function for RunCpkeyclt {
    const NAME: &'static str = "run_cpkeyclt";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
