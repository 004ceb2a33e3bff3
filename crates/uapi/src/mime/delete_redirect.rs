//! `Mime::delete_redirect`

use api::{Cx, DomainName, Effect, FilePath, Function, Input, Needs, Result, reply};

/// .
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// The args.
    #[param(default = "")]
    pub args: String,
    /// The document root.
    pub docroot: Option<FilePath>,
    /// The src.
    #[param(default = "")]
    pub src: String,
}

/// See [`Params`].
pub struct DeleteRedirect;

impl Function for DeleteRedirect {
    const NAME: &'static str = "delete_redirect";
    const NEEDS: Needs = Needs::Features(&["redirects"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
