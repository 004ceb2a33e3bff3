//! `DNS::has_local_authority`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Tell for each domain whether this server is authoritative for its DNS.
#[derive(Input)]
pub struct Params {
    /// Repeat it, or number it (domain, domain-1, domain-2 or domain-0, ...), for several.
    pub domain: DomainName,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The domain.
    pub domain: String,
    /// The local authority flag: 0 or 1.
    pub local_authority: Flag,
    /// The nameservers.
    pub nameservers: Vec<String>,
    /// The zone.
    #[param(absent)]
    pub zone: Option<String>,
    /// The error.
    #[param(absent)]
    pub error: Option<String>,
}

/// See [`Params`].
pub struct HasLocalAuthority;

impl Function for HasLocalAuthority {
    const NAME: &'static str = "has_local_authority";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
