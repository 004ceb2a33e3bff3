//! `Team::set_contact_email`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `Team::set_contact_email`.
#[derive(Input)]
pub struct Params {
    /// The user.
    pub user: String,
    /// The email1.
    pub email1: Option<String>,
    /// The email2.
    pub email2: Option<String>,
}

/// See [`Params`].
pub struct SetContactEmail;

impl Function for SetContactEmail {
    const NAME: &'static str = "set_contact_email";
    const NEEDS: Needs = Needs::Features(&["team_manager"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
