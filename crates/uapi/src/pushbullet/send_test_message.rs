//! `Pushbullet::send_test_message`

use std::collections::BTreeMap;

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Secret, Value, reply};

/// `Pushbullet::send_test_message`.
#[derive(Input)]
pub struct Params {
    /// The access token.
    pub access_token: Secret,
}

/// What `send_test_message` answers.
#[derive(Output)]
pub struct Reply {
    /// The message ID.
    pub message_id: String,
    /// The payload.
    pub payload: BTreeMap<String, Value>,
}

/// See [`Params`].
pub struct SendTestMessage;

impl Function for SendTestMessage {
    const NAME: &'static str = "send_test_message";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
