//! `SubDomain::addsubdomain`

use api::{Cx, DomainName, Effect, FilePath, Flag, Function, Input, Needs, Result, reply};

/// Create a subdomain under a domain of the account.
#[derive(Input)]
pub struct Params {
    /// The label (may hold dots).
    pub domain: String,
    /// A domain already on the account.
    pub rootdomain: DomainName,
    /// Document root relative to the home; default `public_html` (or the home itself plus the label
    /// where docroots need not be in `public_html`).
    pub dir: Option<FilePath>,
    /// Canoff: `UseCanonicalName` choice: the reference says 1 uses the canonical name.
    #[param(default = 1)]
    pub canoff: Flag,
    /// 1 strips the dots from domain.
    #[param(default = 0)]
    pub disallowdot: Flag,
}

/// See [`Params`].
pub struct Addsubdomain;

impl Function for Addsubdomain {
    const NAME: &'static str = "addsubdomain";
    const NEEDS: Needs = Needs::Features(&["subdomains"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
