//! `BoxTrapper::set_allowlist`

use api::{Cx, Effect, EmailAddress, Function, Input, Needs, Result, reply};

/// `BoxTrapper::set_allowlist`.
#[derive(Input)]
pub struct Params {
    /// The email.
    pub email: EmailAddress,
    /// The rules: list.
    pub rules: String,
}

/// See [`Params`].
pub struct SetAllowlist;

impl Function for SetAllowlist {
    const NAME: &'static str = "set_allowlist";
    const NEEDS: Needs = Needs::Features(&["boxtrapper"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
