//! `Email::passwd_pop`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result, Secret, reply};

/// Changes a mailbox's password.
#[derive(Input)]
pub struct Params {
    /// Local part or full address.
    pub email: String,
    /// The password.
    pub password: Secret,
    /// Main domain by default.
    pub domain: Option<DomainName>,
}

/// See [`Params`].
pub struct PasswdPop;

impl Function for PasswdPop {
    const NAME: &'static str = "passwd_pop";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
