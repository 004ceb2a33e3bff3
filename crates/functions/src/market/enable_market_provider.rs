//! `enable_market_provider`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Turns a Market provider on.
#[derive(Input)]
pub struct Params {
    /// Provider name, e.g. `cPStore`.
    pub name: String,
}

/// See [`Params`].
pub struct EnableMarketProvider;

impl Function for EnableMarketProvider {
    const NAME: &'static str = "enable_market_provider";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
