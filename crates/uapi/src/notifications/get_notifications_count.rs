//! `Notifications::get_notifications_count`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `Notifications::get_notifications_count`.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct GetNotificationsCount;

impl Function for GetNotificationsCount {
    const NAME: &'static str = "get_notifications_count";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = i64;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
