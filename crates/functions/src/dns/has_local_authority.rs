//! `has_local_authority`

use api::{Acl, Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Tell whether this server is authoritative for given domains.
#[derive(Input)]
pub struct Params {
    /// The domain. One or several.
    #[param(family)]
    pub domain: Vec<DomainName>,
}

/// What `has_local_authority` answers.
#[derive(Output)]
pub struct Reply {
    /// The records.
    pub records: Vec<Record>,
}

/// One item of `records`.
#[derive(Output)]
pub struct Record {
    /// The domain.
    pub domain: String,
    /// The error.
    #[param(absent)]
    pub error: Option<String>,
    /// The local authority flag: 0 or 1.
    pub local_authority: Flag,
    /// The nameservers.
    pub nameservers: Vec<String>,
    /// The zone.
    pub zone: Option<String>,
}

/// See [`Params`].
pub struct HasLocalAuthority;

impl Function for HasLocalAuthority {
    const NAME: &'static str = "has_local_authority";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::NsConfig, Acl::EditDns]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
