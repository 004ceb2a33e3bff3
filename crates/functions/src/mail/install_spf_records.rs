//! `install_spf_records`

use api::{Acl, Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Installs SPF records for domains on the DNS server.
#[derive(Input)]
pub struct Params {
    /// The domain. One or several.
    #[param(family)]
    pub domain: Vec<DomainName>,
    /// The record. One or several.
    #[param(family)]
    pub record: Vec<String>,
}

/// What `install_spf_records` answers.
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
pub struct InstallSpfRecords;

impl Function for InstallSpfRecords {
    const NAME: &'static str = "install_spf_records";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ManageDnsRecords]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
