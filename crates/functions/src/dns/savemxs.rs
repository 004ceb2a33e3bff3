//! `savemxs`

use api::{Acl, Cx, DomainName, Effect, Function, Input, Needs, Result, reply};

/// Add an MX record to a zone.
#[derive(Input)]
pub struct Params {
    /// The domain: zone.
    pub domain: DomainName,
    /// The exchange: mail exchanger.
    pub exchange: DomainName,
    /// The name: record name.
    pub name: String,
    /// At least 1; lower goes first.
    pub preference: i64,
    /// The class.
    #[param(default = "IN")]
    pub class: String,
    /// Seconds, at least 1.
    #[param(default = 14400)]
    pub ttl: i64,
}

/// See [`Params`].
pub struct Savemxs;

impl Function for Savemxs {
    const NAME: &'static str = "savemxs";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditMx, Acl::EditDns]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
