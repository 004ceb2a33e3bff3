//! `Email::get_auto_responder`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, UnixTime, UserName, reply};

/// Reads an address's autoresponder.
#[derive(Input)]
pub struct Params {
    /// Example is a bare local part, yet there is no domain parameter.
    pub email: UserName,
    /// Encoding to answer in.
    #[param(default = "utf-8")]
    pub temp_charset: String,
}

/// What `get_auto_responder` answers.
#[derive(Output)]
pub struct Reply {
    /// The body.
    pub body: String,
    /// The charset.
    pub charset: String,
    /// The from.
    pub from: String,
    /// The interval.
    pub interval: i64,
    /// Whether it is HTML.
    pub is_html: Flag,
    /// Start, as a Unix time.
    pub start: UnixTime,
    /// Stop, as a Unix time.
    pub stop: UnixTime,
    /// The subject.
    pub subject: String,
}

/// See [`Params`].
pub struct GetAutoResponder;

impl Function for GetAutoResponder {
    const NAME: &'static str = "get_auto_responder";
    const NEEDS: Needs = Needs::Features(&["autoresponders"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
