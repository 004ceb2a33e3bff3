//! `ResourceUsage::get_usages`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Give the resource usage of the account, with limits.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The ID.
    pub id: String,
    /// The description.
    pub description: String,
    /// The usage.
    pub usage: i64,
    /// The maximum.
    pub maximum: Option<i64>,
    /// The formatter.
    pub formatter: Option<String>,
    /// The error.
    pub error: Option<String>,
    /// The URL.
    #[param(absent)]
    pub url: Option<String>,
}

/// See [`Params`].
pub struct GetUsages;

impl Function for GetUsages {
    const NAME: &'static str = "get_usages";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
