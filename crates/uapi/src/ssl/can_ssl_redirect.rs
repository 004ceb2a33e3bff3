//! `SSL::can_ssl_redirect`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result, reply};

/// Tells whether HTTPS redirects are possible for the account.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct CanSslRedirect;

impl Function for CanSslRedirect {
    const NAME: &'static str = "can_ssl_redirect";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Flag;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
