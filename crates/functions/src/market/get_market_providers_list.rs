//! `get_market_providers_list`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Lists the available Market providers.
#[derive(Input)]
pub struct Params;

/// What `get_market_providers_list` answers.
#[derive(Output)]
pub struct Reply {
    /// The payload.
    pub payload: Vec<Payload>,
}

/// One item of `payload`.
#[derive(Output)]
pub struct Payload {
    /// The display name.
    pub display_name: String,
    /// The enabled flag: 0 or 1.
    pub enabled: Flag,
    /// The even commission divisor.
    #[param(absent)]
    pub even_commission_divisor: Option<i64>,
    /// The name.
    pub name: String,
    /// The supports commission flag: 0 or 1.
    pub supports_commission: Flag,
}

/// See [`Params`].
pub struct GetMarketProvidersList;

impl Function for GetMarketProvidersList {
    const NAME: &'static str = "get_market_providers_list";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
