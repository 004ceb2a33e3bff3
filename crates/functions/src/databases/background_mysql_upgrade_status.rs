//! `background_mysql_upgrade_status`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// Report state and logs of a background database server upgrade.
#[derive(Input)]
pub struct Params {
    /// Log name as returned by `start_background_mysql_upgrade`, e.g.
    /// `mysql_upgrade.20141108-172923`.
    pub upgrade_id: String,
}

/// What `background_mysql_upgrade_status` answers.
#[derive(Output)]
pub struct Reply {
    /// The error.
    pub error: i64,
    /// The error log.
    pub error_log: String,
    /// The log.
    pub log: String,
    /// The state.
    pub state: State,
}

/// What `state` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum State {
    /// `success`.
    #[word("success")]
    Success,
    /// `failed`.
    #[word("failed")]
    Failed,
    /// `in progress`.
    #[word("in progress")]
    InProgress,
}

/// See [`Params`].
pub struct BackgroundMysqlUpgradeStatus;

impl Function for BackgroundMysqlUpgradeStatus {
    const NAME: &'static str = "background_mysql_upgrade_status";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
