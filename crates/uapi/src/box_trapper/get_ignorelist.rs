//! `BoxTrapper::get_ignorelist`

use api::{Cx, Effect, EmailAddress, Function, Input, Needs, Result, reply};

/// `BoxTrapper::get_ignorelist`.
#[derive(Input)]
pub struct Params {
    /// The email.
    pub email: EmailAddress,
}

/// See [`Params`].
pub struct GetIgnorelist;

impl Function for GetIgnorelist {
    const NAME: &'static str = "get_ignorelist";
    const NEEDS: Needs = Needs::Features(&["boxtrapper"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<String>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
