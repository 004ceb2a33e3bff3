//! `Mysql::list_routines`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Lists users' stored routines.
#[derive(Input)]
pub struct Params {
    /// All users where absent.
    pub database_user: Option<String>,
}

/// See [`Params`].
pub struct ListRoutines;

impl Function for ListRoutines {
    const NAME: &'static str = "list_routines";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<String>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
