//! `Personalization::get`

use std::collections::BTreeMap;

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// .
#[derive(Input)]
pub struct Params {
    /// The names: in the body.
    pub names: Option<String>,
}

/// What `get` answers.
#[derive(Output)]
pub struct Reply {
    /// The personalization.
    pub personalization: BTreeMap<String, Personalization>,
}

/// One item of `personalization`.
#[derive(Output)]
pub struct Personalization {
    /// The reason.
    pub reason: String,
    /// The success flag: 0 or 1.
    pub success: Flag,
    /// The value.
    pub value: Option<String>,
}

/// See [`Params`].
pub struct Get;

impl Function for Get {
    const NAME: &'static str = "get";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
