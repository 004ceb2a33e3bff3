//! `unsuspend_outgoing_email`

use api::{Acl, Cx, Effect, Function, Input, Needs, Result, UserName, reply};

/// Lets an account send external mail again.
#[derive(Input)]
pub struct Params {
    /// The user.
    pub user: UserName,
}

/// See [`Params`].
pub struct UnsuspendOutgoingEmail;

impl Function for UnsuspendOutgoingEmail {
    const NAME: &'static str = "unsuspend_outgoing_email";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::SuspendAcct]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
