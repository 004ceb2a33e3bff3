//! `Mime::redirect_info`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Output, Result, Url, reply};

/// `Mime::redirect_info`.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// The URL.
    pub url: Url,
}

/// What `redirect_info` answers.
#[derive(Output)]
pub struct Reply {
    /// The domain.
    pub domain: String,
    /// The URL.
    pub url: String,
}

/// See [`Params`].
pub struct RedirectInfo;

impl Function for RedirectInfo {
    const NAME: &'static str = "redirect_info";
    const NEEDS: Needs = Needs::Features(&["redirects"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
