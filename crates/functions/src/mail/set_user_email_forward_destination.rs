//! `set_user_email_forward_destination`

use api::{Cx, Effect, Function, Input, Needs, Result, UserName, reply};

/// Sets where mail to a system account is forwarded.
#[derive(Input)]
pub struct Params {
    /// System account or email address; comma list for several.
    pub forward_to: String,
    /// System account, e.g. root or nobody.
    pub user: UserName,
}

/// See [`Params`].
pub struct SetUserEmailForwardDestination;

impl Function for SetUserEmailForwardDestination {
    const NAME: &'static str = "set_user_email_forward_destination";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
