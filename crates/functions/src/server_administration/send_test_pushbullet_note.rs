//! `send_test_pushbullet_note`

use std::collections::BTreeMap;

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Secret, Value, reply};

/// Send a test Pushbullet note.
#[derive(Input)]
pub struct Params {
    /// The access token.
    pub access_token: Secret,
}

/// What `send_test_pushbullet_note` answers.
#[derive(Output)]
pub struct Reply {
    /// The message ID.
    pub message_id: String,
    /// The payload.
    pub payload: BTreeMap<String, Value>,
}

/// See [`Params`].
pub struct SendTestPushbulletNote;

impl Function for SendTestPushbulletNote {
    const NAME: &'static str = "send_test_pushbullet_note";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
