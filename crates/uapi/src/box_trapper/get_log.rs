//! `BoxTrapper::get_log`

use api::{Cx, Effect, EmailAddress, Function, Input, Needs, Output, Result, UnixTime, reply};

/// `BoxTrapper::get_log`.
#[derive(Input)]
pub struct Params {
    /// The email.
    pub email: EmailAddress,
    /// The date.
    pub date: Option<i64>,
}

/// What `get_log` answers.
#[derive(Output)]
pub struct Reply {
    /// Date, as a Unix time.
    pub date: UnixTime,
    /// The lines.
    pub lines: Vec<String>,
    /// The path.
    pub path: String,
}

/// See [`Params`].
pub struct GetLog;

impl Function for GetLog {
    const NAME: &'static str = "get_log";
    const NEEDS: Needs = Needs::Features(&["boxtrapper"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
