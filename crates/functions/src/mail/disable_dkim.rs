//! `disable_dkim`

use api::{Acl, Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Removes the DKIM records of domains from the DNS server.
#[derive(Input)]
pub struct Params {
    /// The domain. One or several.
    #[param(family)]
    pub domain: Vec<DomainName>,
}

/// What `disable_dkim` answers.
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
pub struct DisableDkim;

impl Function for DisableDkim {
    const NAME: &'static str = "disable_dkim";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ManageDnsRecords]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
