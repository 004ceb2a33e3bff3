//! `release_outgoing_email`

use api::{Acl, Cx, Effect, Function, Input, Needs, Result, UserName, reply};

/// Releases the held outgoing mail of an account.
#[derive(Input)]
pub struct Params {
    /// The user.
    pub user: UserName,
}

/// See [`Params`].
pub struct ReleaseOutgoingEmail;

impl Function for ReleaseOutgoingEmail {
    const NAME: &'static str = "release_outgoing_email";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::SuspendAcct]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
