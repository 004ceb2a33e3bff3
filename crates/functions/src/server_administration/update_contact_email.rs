//! `update_contact_email`

use api::{Cx, Effect, EmailAddress, Function, Input, Needs, Result, reply};

/// Set the server's contact email address.
#[derive(Input)]
pub struct Params {
    /// The contact email.
    pub contact_email: EmailAddress,
}

/// See [`Params`].
pub struct UpdateContactEmail;

impl Function for UpdateContactEmail {
    const NAME: &'static str = "update_contact_email";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
