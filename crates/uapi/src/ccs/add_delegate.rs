//! `CCS::add_delegate`

use api::{Cx, Effect, EmailAddress, Flag, Function, Input, Needs, Result, reply};

/// `CCS::add_delegate`.
#[derive(Input)]
pub struct Params {
    /// The delegatee.
    pub delegatee: EmailAddress,
    /// The delegator.
    pub delegator: EmailAddress,
    /// The readonly flag: 0 or 1.
    #[param(default = 0)]
    pub readonly: Flag,
}

/// See [`Params`].
pub struct AddDelegate;

impl Function for AddDelegate {
    const NAME: &'static str = "add_delegate";
    const NEEDS: Needs = Needs::Features(&["caldavcarddav"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
