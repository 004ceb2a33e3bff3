//! `get_market_providers_commission_config`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Lists the commission IDs set for each provider.
#[derive(Input)]
pub struct Params;

/// What `get_market_providers_commission_config` answers.
#[derive(Output)]
pub struct Reply {
    /// The payload.
    pub payload: Vec<Payload>,
}

/// One item of `payload`.
#[derive(Output)]
pub struct Payload {
    /// The local commission ID.
    pub local_commission_id: String,
    /// The provider display name.
    pub provider_display_name: String,
    /// The provider name.
    pub provider_name: String,
    /// The remote commission ID.
    pub remote_commission_id: String,
}

/// See [`Params`].
pub struct GetMarketProvidersCommissionConfig;

impl Function for GetMarketProvidersCommissionConfig {
    const NAME: &'static str = "get_market_providers_commission_config";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
