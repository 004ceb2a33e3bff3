//! `set_market_provider_commission_id`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Sets the ID that a Market provider pays commission to.
#[derive(Input)]
pub struct Params {
    /// The commission ID: e.g. `user@example.com`.
    pub commission_id: String,
    /// Provider name, e.g. `cPStore`.
    pub provider: String,
}

/// See [`Params`].
pub struct SetMarketProviderCommissionId;

impl Function for SetMarketProviderCommissionId {
    const NAME: &'static str = "set_market_provider_commission_id";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
