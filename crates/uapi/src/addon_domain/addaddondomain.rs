//! `AddonDomain::addaddondomain`

use api::{Cx, DomainName, Effect, FilePath, Flag, Function, Input, Needs, Output, Result, reply};

/// Create an addon domain: a subdomain of the primary, with the domain parked on it.
#[derive(Input)]
pub struct Params {
    /// The newdomain: No wildcard.
    pub newdomain: DomainName,
    /// Label to make under the primary domain; no asterisk.
    pub subdomain: String,
    /// Document root relative to the home; default the label under `public_html`.
    pub dir: Option<FilePath>,
    /// 1 strips the dots from subdomain.
    #[param(default = 0)]
    pub disallowdot: Flag,
    /// 1 skips name, DNS and registration checks and overwrites an existing zone; a domain of
    /// another account is still refused.
    #[param(default = 0)]
    pub force: Flag,
}

/// What `addaddondomain` answers.
#[derive(Output)]
pub struct Reply {
    /// The domain.
    pub domain: String,
}

/// See [`Params`].
pub struct Addaddondomain;

impl Function for Addaddondomain {
    const NAME: &'static str = "addaddondomain";
    const NEEDS: Needs = Needs::Features(&["addondomains"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
