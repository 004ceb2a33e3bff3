//! `verify_pushbullet_access`

use std::collections::BTreeMap;

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Value, reply};

/// Send a test note to every configured Pushbullet account.
#[derive(Input)]
pub struct Params;

/// What `verify_pushbullet_access` answers.
#[derive(Output)]
pub struct Reply {
    /// The results.
    pub results: Vec<ResultItem>,
}

/// One item of `results`.
#[derive(Output)]
pub struct ResultItem {
    /// The access token.
    pub access_token: String,
    /// The result.
    pub result: ResultPart,
}

/// The result.
#[derive(Output)]
pub struct ResultPart {
    /// The message ID.
    pub message_id: String,
    /// The payload.
    pub payload: BTreeMap<String, Value>,
}

/// See [`Params`].
pub struct VerifyPushbulletAccess;

impl Function for VerifyPushbulletAccess {
    const NAME: &'static str = "verify_pushbullet_access";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
