//! `BoxTrapper::get_blocklist`

use api::{Cx, Effect, EmailAddress, Function, Input, Needs, Result, reply};

/// `BoxTrapper::get_blocklist`.
#[derive(Input)]
pub struct Params {
    /// The email.
    pub email: EmailAddress,
}

/// See [`Params`].
pub struct GetBlocklist;

impl Function for GetBlocklist {
    const NAME: &'static str = "get_blocklist";
    const NEEDS: Needs = Needs::Features(&["boxtrapper"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<String>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
