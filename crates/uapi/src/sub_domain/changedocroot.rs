//! `SubDomain::changedocroot`

use api::{Cx, DomainName, Effect, FilePath, Function, Input, Needs, Output, Result, reply};

/// Change the document root of a subdomain or addon domain.
#[derive(Input)]
pub struct Params {
    /// Full name; not the primary domain.
    pub domain: DomainName,
    /// Relative to the home; must exist; must begin with `public_html/` where the server so
    /// restricts.
    pub docroot: FilePath,
}

/// What `changedocroot` answers.
#[derive(Output)]
pub struct Reply {
    /// The documentroot.
    pub documentroot: String,
}

/// See [`Params`].
pub struct Changedocroot;

impl Function for Changedocroot {
    const NAME: &'static str = "changedocroot";
    const NEEDS: Needs = Needs::Features(&["subdomains"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
