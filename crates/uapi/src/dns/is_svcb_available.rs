//! `DNS::is_svcb_available`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Tell whether SVCB records (RFC 9460) are supported.
#[derive(Input)]
pub struct Params;

/// What `is_svcb_available` answers.
#[derive(Output)]
pub struct Reply {
    /// The svcb flag: 0 or 1.
    pub svcb: Flag,
    /// The DNS server.
    pub dns_server: String,
}

/// See [`Params`].
pub struct IsSvcbAvailable;

impl Function for IsSvcbAvailable {
    const NAME: &'static str = "is_svcb_available";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
