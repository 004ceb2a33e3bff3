//! `SSL::toggle_ssl_redirect_for_domains`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result, reply};

/// Turns HTTPS redirects on or off.
#[derive(Input)]
pub struct Params {
    /// The domains: comma-separated.
    pub domains: String,
    /// 1 on, 0 off.
    pub state: Flag,
}

/// See [`Params`].
pub struct ToggleSslRedirectForDomains;

impl Function for ToggleSslRedirectForDomains {
    const NAME: &'static str = "toggle_ssl_redirect_for_domains";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<String>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
