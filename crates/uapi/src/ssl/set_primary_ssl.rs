//! `SSL::set_primary_ssl`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result, reply};

/// Makes a website the primary SSL site of its IP.
#[derive(Input)]
pub struct Params {
    /// The servername.
    pub servername: DomainName,
}

/// See [`Params`].
pub struct SetPrimarySsl;

impl Function for SetPrimarySsl {
    const NAME: &'static str = "set_primary_ssl";
    const NEEDS: Needs = Needs::Features(&["sslinstall"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
