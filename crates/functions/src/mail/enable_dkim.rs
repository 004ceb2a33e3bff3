//! `enable_dkim`

use api::{Acl, Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Installs the DKIM records of domains on the DNS server.
#[derive(Input)]
pub struct Params {
    /// The domain. One or several.
    #[param(family)]
    pub domain: Vec<DomainName>,
}

/// What `enable_dkim` answers.
#[derive(Output)]
pub struct Reply {
    /// The payload.
    pub payload: Vec<Payload>,
}

/// One item of `payload`.
#[derive(Output)]
pub struct Payload {
    /// The domain.
    pub domain: String,
    /// The message.
    pub msg: String,
    /// The status flag: 0 or 1.
    pub status: Flag,
}

/// See [`Params`].
pub struct EnableDkim;

impl Function for EnableDkim {
    const NAME: &'static str = "enable_dkim";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ManageDnsRecords]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
