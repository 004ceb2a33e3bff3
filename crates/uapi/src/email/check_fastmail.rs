//! `Email::check_fastmail`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Tells whether `BlackBerry` `FastMail` support is on.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct CheckFastmail;

impl Function for CheckFastmail {
    const NAME: &'static str = "check_fastmail";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Option<String>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
