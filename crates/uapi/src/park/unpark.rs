//! `Park::unpark`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result, reply};

/// Remove the alias of a domain.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// `label_rootdomain` that it is parked on; default found by itself.
    pub subdomain: Option<String>,
}

/// See [`Params`].
pub struct Unpark;

impl Function for Unpark {
    const NAME: &'static str = "unpark";
    const NEEDS: Needs = Needs::Features(&["parkeddomains"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
