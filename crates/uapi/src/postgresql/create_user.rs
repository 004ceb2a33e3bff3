//! `Postgresql::create_user`

use api::{Cx, Effect, Function, Input, Needs, Result, Secret, reply};

/// Creates a PostgreSQL user.
#[derive(Input)]
pub struct Params {
    /// With the account prefix where prefixing is on.
    pub name: String,
    /// The password.
    pub password: Secret,
}

/// See [`Params`].
pub struct CreateUser;

impl Function for CreateUser {
    const NAME: &'static str = "create_user";
    const NEEDS: Needs = Needs::Features(&["postgres"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
