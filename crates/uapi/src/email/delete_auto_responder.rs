//! `Email::delete_auto_responder`

use api::{Cx, Effect, EmailAddress, Function, Input, Needs, Result, reply};

/// Deletes an address's autoresponder.
#[derive(Input)]
pub struct Params {
    /// The email: full address.
    pub email: EmailAddress,
}

/// See [`Params`].
pub struct DeleteAutoResponder;

impl Function for DeleteAutoResponder {
    const NAME: &'static str = "delete_auto_responder";
    const NEEDS: Needs = Needs::Features(&["autoresponders"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
