//! `Email::verify_password`

use api::{Cx, Effect, EmailAddress, Flag, Function, Input, Needs, Result, Secret, reply};

/// Checks a mailbox's password.
#[derive(Input)]
pub struct Params {
    /// The email.
    pub email: EmailAddress,
    /// The password.
    pub password: Secret,
}

/// See [`Params`].
pub struct VerifyPassword;

impl Function for VerifyPassword {
    const NAME: &'static str = "verify_password";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Flag;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
