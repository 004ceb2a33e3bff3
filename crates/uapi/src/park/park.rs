//! `Park::park`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Result, reply};

/// Park a domain on the primary domain or on a subdomain of it.
#[derive(Input)]
pub struct Params {
    /// A leading www. is dropped and the name lower-cased before checks.
    pub domain: DomainName,
    /// Label under the primary domain to park on; default the primary domain.
    pub topdomain: Option<String>,
    /// 1 strips the dots from topdomain; no effect without it.
    #[param(default = 0)]
    pub disallowdot: Flag,
    /// 1 overwrites an existing DNS zone; 0 fails where one exists.
    #[param(default = 0)]
    pub force: Flag,
}

/// See [`Params`].
pub struct Park;

impl Function for Park {
    const NAME: &'static str = "park";
    const NEEDS: Needs = Needs::Features(&["parkeddomains"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
