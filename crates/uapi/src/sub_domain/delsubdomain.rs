//! `SubDomain::delsubdomain`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result, reply};

/// Remove a subdomain.
#[derive(Input)]
pub struct Params {
    /// Either `label_rootdomain` (domainkey of listsubdomains) or the full name.
    pub domain: String,
    /// 1 strips the dots from the label.
    #[param(default = 0)]
    pub disallowdot: Flag,
}

/// See [`Params`].
pub struct Delsubdomain;

impl Function for Delsubdomain {
    const NAME: &'static str = "delsubdomain";
    const NEEDS: Needs = Needs::Features(&["subdomains"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
