//! `killdns`

use api::{Acl, Cx, DomainName, Effect, Function, Input, Legacy, Needs, Result, reply};

/// Delete a DNS zone.
#[derive(Input)]
pub struct Params {
    /// The domain: zone.
    pub domain: DomainName,
}

/// See [`Params`].
pub struct Killdns;

impl Function for Killdns {
    const NAME: &'static str = "killdns";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::KillDns]);
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::Result;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
