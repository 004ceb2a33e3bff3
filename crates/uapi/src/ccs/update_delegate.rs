//! `CCS::update_delegate`

use api::{Cx, Effect, EmailAddress, Function, Input, Needs, Result, reply};

/// `CCS::update_delegate`.
#[derive(Input)]
pub struct Params {
    /// The delegatee.
    pub delegatee: EmailAddress,
    /// The delegator.
    pub delegator: EmailAddress,
    /// The readonly.
    #[param(default = 0)]
    pub readonly: i64,
}

/// See [`Params`].
pub struct UpdateDelegate;

impl Function for UpdateDelegate {
    const NAME: &'static str = "update_delegate";
    const NEEDS: Needs = Needs::Features(&["caldavcarddav"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
