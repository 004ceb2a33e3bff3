//! `Postgresql::set_password`

use api::{Cx, Effect, Function, Input, Needs, Result, Secret, reply};

/// Sets a user's password.
#[derive(Input)]
pub struct Params {
    /// The password.
    pub password: Secret,
    /// With the account prefix where prefixing is on.
    pub user: String,
}

/// See [`Params`].
pub struct SetPassword;

impl Function for SetPassword {
    const NAME: &'static str = "set_password";
    const NEEDS: Needs = Needs::Features(&["postgres"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
