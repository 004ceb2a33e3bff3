//! `Variables::get_session_information`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// Give facts on the web session: the host name.
#[derive(Input)]
pub struct Params {
    /// The name.
    #[param(default = Name::Host)]
    pub name: Name,
}

/// What `name` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Name {
    /// `host`.
    #[word("host")]
    Host,
}

/// What `get_session_information` answers.
#[derive(Output)]
pub struct Reply {
    /// The host.
    pub host: String,
}

/// See [`Params`].
pub struct GetSessionInformation;

impl Function for GetSessionInformation {
    const NAME: &'static str = "get_session_information";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
