//! `get_autossl_check_schedule`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Returns when the scheduled AutoSSL check runs.
#[derive(Input)]
pub struct Params;

/// What `get_autossl_check_schedule` answers.
#[derive(Output)]
pub struct Reply {
    /// The cron.
    pub cron: Vec<String>,
    /// The next time.
    pub next_time: String,
}

/// See [`Params`].
pub struct GetAutosslCheckSchedule;

impl Function for GetAutosslCheckSchedule {
    const NAME: &'static str = "get_autossl_check_schedule";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
