//! `start_background_mysql_upgrade`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Start a background install or upgrade of the database server.
#[derive(Input)]
pub struct Params {
    /// Major.minor with one decimal point, e.g. 5.7.
    pub version: f64,
}

/// What `start_background_mysql_upgrade` answers.
#[derive(Output)]
pub struct Reply {
    /// The upgrade ID.
    pub upgrade_id: String,
}

/// See [`Params`].
pub struct StartBackgroundMysqlUpgrade;

impl Function for StartBackgroundMysqlUpgrade {
    const NAME: &'static str = "start_background_mysql_upgrade";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
