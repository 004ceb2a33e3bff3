//! `sethostname`

use api::{Cx, DomainName, Effect, Function, Input, Legacy, Needs, Result, reply};

/// Change the server's hostname.
#[derive(Input)]
pub struct Params {
    /// Fully qualified with two dots; see notes.
    pub hostname: DomainName,
}

/// See [`Params`].
pub struct Sethostname;

impl Function for Sethostname {
    const NAME: &'static str = "sethostname";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::OwnName;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
