//! `removezonerecord`

use api::{Acl, Cx, DomainName, Effect, Function, Input, Legacy, Needs, Result, reply};

/// Delete one zone record by its line number.
#[derive(Input)]
pub struct Params {
    /// Line from dumpzone, at least 1.
    pub line: i64,
    /// Zone; here called zone, not domain.
    pub zone: DomainName,
    /// Zone serial; the zone's present one by default.
    pub serialnum: Option<String>,
}

/// See [`Params`].
pub struct Removezonerecord;

impl Function for Removezonerecord {
    const NAME: &'static str = "removezonerecord";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditDns]);
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::Result;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
