//! `resetzone`

use api::{Acl, Cx, DomainName, Effect, Function, Input, Legacy, Needs, Result, UserName, reply};

/// Reset a zone to its default records.
#[derive(Input)]
pub struct Params {
    /// This or zone is needed.
    pub domain: Option<DomainName>,
    /// The user: owner.
    pub user: Option<UserName>,
    /// Zone file name, e.g. example.com.db; this or domain is needed.
    pub zone: Option<String>,
}

/// See [`Params`].
pub struct Resetzone;

impl Function for Resetzone {
    const NAME: &'static str = "resetzone";
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
