//! `start_profile_activation`

use api::{Cx, Effect, Function, Input, JsonText, Needs, Output, Result, Value, Word, reply};

/// Start activating a server profile.
#[derive(Input)]
pub struct Params {
    /// The code.
    pub code: Code,
    /// Object of role module to 1 or 0, e.g. `{"SpamFilter":1,"DNS":0}`; left out: all optional
    /// roles off.
    pub optional: Option<JsonText<Value>>,
}

/// What `code` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Code {
    /// `STANDARD`.
    #[word("STANDARD")]
    Standard,
    /// `DATABASENODE`.
    #[word("DATABASENODE")]
    Databasenode,
    /// `MAILNODE`.
    #[word("MAILNODE")]
    Mailnode,
    /// `DNSNODE`.
    #[word("DNSNODE")]
    Dnsnode,
}

/// What `start_profile_activation` answers.
#[derive(Output)]
pub struct Reply {
    /// The log ID.
    pub log_id: String,
}

/// See [`Params`].
pub struct StartProfileActivation;

impl Function for StartProfileActivation {
    const NAME: &'static str = "start_profile_activation";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
