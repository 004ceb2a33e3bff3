//! `Email::passwd_list`

use api::{Cx, Effect, Function, Input, Needs, Result, Secret, reply};

/// Changes a mailing list's password.
#[derive(Input)]
pub struct Params {
    /// Full name with domain.
    pub list: String,
    /// The password.
    pub password: Secret,
}

/// See [`Params`].
pub struct PasswdList;

impl Function for PasswdList {
    const NAME: &'static str = "passwd_list";
    const NEEDS: Needs = Needs::Features(&["lists"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
