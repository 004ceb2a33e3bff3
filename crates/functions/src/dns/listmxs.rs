//! `listmxs`

use api::{Acl, Cx, DomainName, Effect, Function, Input, Needs, Output, Result, reply};

/// List a domain's MX records.
#[derive(Input)]
pub struct Params {
    /// The domain: zone.
    pub domain: DomainName,
}

/// What `listmxs` answers.
#[derive(Output)]
pub struct Reply {
    /// The record.
    pub record: Vec<Record>,
}

/// One item of `record`.
#[derive(Output)]
pub struct Record {
    /// The line.
    #[param(name = "Line")]
    pub line: i64,
    /// The class.
    pub class: String,
    /// The exchange.
    pub exchange: String,
    /// The name.
    pub name: String,
    /// The preference.
    pub preference: i64,
    /// The TTL.
    pub ttl: i64,
    /// The type.
    #[param(name = "type")]
    pub kind: String,
}

/// See [`Params`].
pub struct Listmxs;

impl Function for Listmxs {
    const NAME: &'static str = "listmxs";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditMx, Acl::EditDns]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
