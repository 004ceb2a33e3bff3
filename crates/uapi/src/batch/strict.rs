//! `Batch::strict`

use api::{Cx, Effect, Flag, Function, Input, JsonText, Needs, Output, Result, Value, reply};

/// Run several UAPI calls in order, stopping at the first failure.
#[derive(Input)]
pub struct Params {
    /// Repeat it or number it (command-0, command-1, ...). JSON array `[module`, `function]` or
    /// `[module`, function, `{parameters}]`.
    pub command: JsonText<Value>,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The data.
    pub data: Value,
    /// The errors.
    pub errors: Vec<String>,
    /// The messages.
    pub messages: Vec<String>,
    /// The metadata.
    pub metadata: Metadata,
    /// The status flag: 0 or 1.
    pub status: Flag,
    /// The warnings.
    pub warnings: Vec<String>,
}

/// The metadata.
#[derive(Output)]
pub struct Metadata {
    /// The transformed flag: 0 or 1.
    #[param(absent)]
    pub transformed: Option<Flag>,
}

/// See [`Params`].
pub struct Strict;

impl Function for Strict {
    const NAME: &'static str = "strict";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
