//! `Personalization::set`

use std::collections::BTreeMap;

use api::{Cx, Effect, Flag, Function, Input, JsonText, Needs, Output, Result, Value, reply};

/// .
#[derive(Input)]
pub struct Params {
    /// The personalization: in the body.
    pub personalization: Option<JsonText<Value>>,
}

/// What `set` answers.
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
pub struct Set;

impl Function for Set {
    const NAME: &'static str = "set";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
