//! `get_user_email_forward_destination`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, UserName, reply};

/// Tells where mail to a system account is forwarded.
#[derive(Input)]
pub struct Params {
    /// System account, e.g. root or nobody.
    pub user: UserName,
}

/// What `get_user_email_forward_destination` answers.
#[derive(Output)]
pub struct Reply {
    /// The forward to.
    pub forward_to: Vec<String>,
}

/// See [`Params`].
pub struct GetUserEmailForwardDestination;

impl Function for GetUserEmailForwardDestination {
    const NAME: &'static str = "get_user_email_forward_destination";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
