//! `SSL::can_ssl_redirect`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result};
use functions::domain::{
    domains::Domains,
    tls::{self, redirects},
};

/// Tells whether visitors of one of the account's sites could be sent to HTTPS: whether one has a
/// certificate that is good now.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct CanSslRedirect;

impl Function for CanSslRedirect {
    const NAME: &'static str = "can_ssl_redirect";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Flag;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        let account = tls::own(cx)?;
        let tx = cx.host.store.read()?;
        let domains = Domains::of(&*tx, &account)?;
        for row in domains.all() {
            if redirects::may(cx.host, &*tx, &domains, row)? {
                return Ok(Flag(true));
            }
        }
        Ok(Flag(false))
    }
}
