//! `Restore::get_users`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `Restore::get_users`.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct GetUsers;

impl Function for GetUsers {
    const NAME: &'static str = "get_users";
    const NEEDS: Needs = Needs::Features(&["filerestoration"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<String>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
