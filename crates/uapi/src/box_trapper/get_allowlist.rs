//! `BoxTrapper::get_allowlist`

use api::{Cx, Effect, EmailAddress, Function, Input, Needs, Result, reply};

/// `BoxTrapper::get_allowlist`.
#[derive(Input)]
pub struct Params {
    /// The email.
    pub email: EmailAddress,
}

/// See [`Params`].
pub struct GetAllowlist;

impl Function for GetAllowlist {
    const NAME: &'static str = "get_allowlist";
    const NEEDS: Needs = Needs::Features(&["boxtrapper"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<String>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
