//! `AddonDomain::deladdondomain`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Result, reply};

/// Remove an addon domain and the subdomain it is parked on.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// `label_rootdomain`: domainkey of listaddondomains.
    pub subdomain: String,
    /// 1 strips the dots from the label.
    #[param(default = 0)]
    pub disallowdot: Flag,
}

/// See [`Params`].
pub struct Deladdondomain;

impl Function for Deladdondomain {
    const NAME: &'static str = "deladdondomain";
    const NEEDS: Needs = Needs::Features(&["addondomains"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
