//! `restore_modules_summary`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// List the restore modules, with a description of each.
#[derive(Input)]
pub struct Params;

/// What `restore_modules_summary` answers.
#[derive(Output)]
pub struct Reply {
    /// The modules.
    pub modules: Vec<Module>,
}

/// One item of `modules`.
#[derive(Output)]
pub struct Module {
    /// The module.
    pub module: String,
    /// The notes.
    #[param(absent)]
    pub notes: Option<Vec<String>>,
    /// The restricted available flag: 0 or 1.
    pub restricted_available: Flag,
    /// The restricted summary.
    #[param(absent)]
    pub restricted_summary: Option<Vec<String>>,
    /// The summary.
    pub summary: Vec<String>,
}

/// See [`Params`].
pub struct RestoreModulesSummary;

impl Function for RestoreModulesSummary {
    const NAME: &'static str = "restore_modules_summary";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
