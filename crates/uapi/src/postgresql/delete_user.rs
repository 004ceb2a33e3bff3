//! `Postgresql::delete_user`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Deletes a PostgreSQL user.
#[derive(Input)]
pub struct Params {
    /// The name.
    pub name: String,
}

/// See [`Params`].
pub struct DeleteUser;

impl Function for DeleteUser {
    const NAME: &'static str = "delete_user";
    const NEEDS: Needs = Needs::Features(&["postgres"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
