//! `SSL::delete_ssl`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result, reply};

/// Removes SSL from a website.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
}

/// See [`Params`].
pub struct DeleteSsl;

impl Function for DeleteSsl {
    const NAME: &'static str = "delete_ssl";
    const NEEDS: Needs = Needs::Features(&["sslinstall"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
