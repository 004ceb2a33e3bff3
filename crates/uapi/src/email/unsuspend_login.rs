//! `Email::unsuspend_login`

use api::{Cx, Effect, EmailAddress, Function, Input, Needs, Result, reply};

/// Allows login to a mailbox again.
#[derive(Input)]
pub struct Params {
    /// Full address; marked optional.
    pub email: Option<EmailAddress>,
}

/// See [`Params`].
pub struct UnsuspendLogin;

impl Function for UnsuspendLogin {
    const NAME: &'static str = "unsuspend_login";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
