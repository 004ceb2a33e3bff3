//! `suspend_outgoing_email`

use api::{Acl, Cx, Effect, Function, Input, Needs, Result, UserName, reply};

/// Makes the outgoing external mail of an account fail.
#[derive(Input)]
pub struct Params {
    /// cPanel account; not root.
    pub user: UserName,
}

/// See [`Params`].
pub struct SuspendOutgoingEmail;

impl Function for SuspendOutgoingEmail {
    const NAME: &'static str = "suspend_outgoing_email";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::SuspendAcct]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
