//! `Email::add_auto_responder`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Result, UnixTime, reply};

/// Creates an address's autoresponder.
#[derive(Input)]
pub struct Params {
    /// The body: message text.
    pub body: String,
    /// The domain.
    pub domain: DomainName,
    /// Local part only, without `@domain`.
    pub email: String,
    /// Text of the From header.
    pub from: String,
    /// Hours between answers to one sender; 0 answers every message.
    pub interval: i64,
    /// Is HTML: whether the body is marked as HTML.
    pub is_html: Flag,
    /// Start, as a Unix time.
    pub start: UnixTime,
    /// Must be later than start.
    pub stop: UnixTime,
    /// The subject.
    pub subject: String,
    /// The charset.
    #[param(default = "utf-8")]
    pub charset: String,
}

/// See [`Params`].
pub struct AddAutoResponder;

impl Function for AddAutoResponder {
    const NAME: &'static str = "add_auto_responder";
    const NEEDS: Needs = Needs::Features(&["autoresponders"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
