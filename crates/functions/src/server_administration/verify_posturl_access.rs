//! `verify_posturl_access`

use std::collections::BTreeMap;

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Send a test message to every configured POST URL.
#[derive(Input)]
pub struct Params;

/// What `verify_posturl_access` answers.
#[derive(Output)]
pub struct Reply {
    /// The results.
    pub results: Vec<ResultItem>,
}

/// One item of `results`.
#[derive(Output)]
pub struct ResultItem {
    /// The result.
    pub result: ResultPart,
    /// The URL.
    pub url: String,
}

/// The result.
#[derive(Output)]
pub struct ResultPart {
    /// The message ID.
    pub message_id: String,
    /// The payload.
    pub payload: Payload,
}

/// The payload.
#[derive(Output)]
pub struct Payload {
    /// The content.
    pub content: String,
    /// The headers.
    pub headers: BTreeMap<String, String>,
    /// The protocol.
    pub protocol: String,
    /// The reason.
    pub reason: String,
    /// The status.
    pub status: String,
    /// The success flag: 0 or 1.
    pub success: Flag,
    /// The URL.
    pub url: String,
}

/// See [`Params`].
pub struct VerifyPosturlAccess;

impl Function for VerifyPosturlAccess {
    const NAME: &'static str = "verify_posturl_access";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
