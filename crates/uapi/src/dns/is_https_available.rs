//! `DNS::is_https_available`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Tell whether HTTPS records (RFC 9460) are supported.
#[derive(Input)]
pub struct Params;

/// What `is_https_available` answers.
#[derive(Output)]
pub struct Reply {
    /// The https flag: 0 or 1.
    pub https: Flag,
    /// The DNS server.
    pub dns_server: String,
}

/// See [`Params`].
pub struct IsHttpsAvailable;

impl Function for IsHttpsAvailable {
    const NAME: &'static str = "is_https_available";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
