//! `Email::suspend_login`

use api::{Cx, Effect, EmailAddress, Function, Input, Needs, Result, reply};

/// Blocks login to a mailbox, at once.
#[derive(Input)]
pub struct Params {
    /// The email: full address.
    pub email: EmailAddress,
}

/// See [`Params`].
pub struct SuspendLogin;

impl Function for SuspendLogin {
    const NAME: &'static str = "suspend_login";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
