//! `ServerInformation::get_information`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Value, Word, reply};

/// `ServerInformation::get_information`.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The error.
    pub error: String,
    /// The name.
    pub name: String,
    /// The status.
    pub status: Value,
    /// The type.
    #[param(name = "type")]
    pub kind: Type,
    /// The value.
    pub value: Value,
    /// The version.
    pub version: String,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// `device`.
    #[word("device")]
    Device,
    /// `metric`.
    #[word("metric")]
    Metric,
    /// `service`.
    #[word("service")]
    Service,
}

/// See [`Params`].
pub struct GetInformation;

impl Function for GetInformation {
    const NAME: &'static str = "get_information";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
