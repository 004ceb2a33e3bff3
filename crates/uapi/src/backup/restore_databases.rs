//! `Backup::restore_databases`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// `Backup::restore_databases`.
#[derive(Input)]
pub struct Params {
    /// The backup.
    pub backup: Option<String>,
    /// The timeout.
    #[param(default = 7200)]
    pub timeout: i64,
    /// The verbose flag: 0 or 1.
    #[param(default = 0)]
    pub verbose: Flag,
    /// The file: in the body.
    pub file: Option<String>,
}

/// What `restore_databases` answers.
#[derive(Output)]
pub struct Reply {
    /// The log ID.
    pub log_id: String,
    /// The log path.
    pub log_path: String,
    /// The messages.
    pub messages: Vec<String>,
}

/// See [`Params`].
pub struct RestoreDatabases;

impl Function for RestoreDatabases {
    const NAME: &'static str = "restore_databases";
    const NEEDS: Needs = Needs::Features(&["backup"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
