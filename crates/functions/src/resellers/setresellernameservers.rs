//! `setresellernameservers`

use api::{Cx, Effect, Function, Input, Legacy, Needs, Result, UserName, reply};

/// Set the nameservers of one reseller.
#[derive(Input)]
pub struct Params {
    /// The user.
    pub user: UserName,
    /// Comma-separated host names; absent: back to the server default.
    pub nameservers: Option<String>,
}

/// See [`Params`].
pub struct Setresellernameservers;

impl Function for Setresellernameservers {
    const NAME: &'static str = "setresellernameservers";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::Result;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
