//! `SiteQuality::send_activation_email`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// `SiteQuality::send_activation_email`.
#[derive(Input)]
pub struct Params;

/// What `send_activation_email` answers.
#[derive(Output)]
pub struct Reply {
    /// The send activation email flag: 0 or 1.
    pub send_activation_email: Flag,
}

/// See [`Params`].
pub struct SendActivationEmail;

impl Function for SendActivationEmail {
    const NAME: &'static str = "send_activation_email";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
