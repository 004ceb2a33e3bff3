//! `LastLogin::get_last_or_current_logged_in_ip`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `LastLogin::get_last_or_current_logged_in_ip`.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct GetLastOrCurrentLoggedInIp;

impl Function for GetLastOrCurrentLoggedInIp {
    const NAME: &'static str = "get_last_or_current_logged_in_ip";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<String>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
