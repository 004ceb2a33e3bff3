//! `CCS::remove_delegate`

use api::{Cx, Effect, EmailAddress, Function, Input, Needs, Result, reply};

/// `CCS::remove_delegate`.
#[derive(Input)]
pub struct Params {
    /// The delegatee.
    pub delegatee: EmailAddress,
    /// The delegator.
    pub delegator: EmailAddress,
}

/// See [`Params`].
pub struct RemoveDelegate;

impl Function for RemoveDelegate {
    const NAME: &'static str = "remove_delegate";
    const NEEDS: Needs = Needs::Features(&["caldavcarddav"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
