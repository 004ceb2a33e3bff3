//! `Team::set_expire`

use api::{Cx, Effect, Function, Input, Needs, Result, UnixTime, reply};

/// `Team::set_expire`.
#[derive(Input)]
pub struct Params {
    /// The date.
    pub date: String,
    /// The user.
    pub user: String,
    /// The reason.
    pub reason: Option<String>,
}

/// See [`Params`].
pub struct SetExpire;

impl Function for SetExpire {
    const NAME: &'static str = "set_expire";
    const NEEDS: Needs = Needs::Features(&["team_manager"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = UnixTime;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
