//! `Mime::get_redirect`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// .
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
}

/// What `get_redirect` answers.
#[derive(Output)]
pub struct Reply {
    /// The redirection enabled flag: 0 or 1.
    pub redirection_enabled: Flag,
    /// The URL.
    pub url: String,
}

/// See [`Params`].
pub struct GetRedirect;

impl Function for GetRedirect {
    const NAME: &'static str = "get_redirect";
    const NEEDS: Needs = Needs::Features(&["redirects"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
