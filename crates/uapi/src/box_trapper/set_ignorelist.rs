//! `BoxTrapper::set_ignorelist`

use api::{Cx, Effect, EmailAddress, Function, Input, Needs, Result, reply};

/// `BoxTrapper::set_ignorelist`.
#[derive(Input)]
pub struct Params {
    /// The email.
    pub email: EmailAddress,
    /// The rules: list.
    pub rules: String,
}

/// See [`Params`].
pub struct SetIgnorelist;

impl Function for SetIgnorelist {
    const NAME: &'static str = "set_ignorelist";
    const NEEDS: Needs = Needs::Features(&["boxtrapper"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
