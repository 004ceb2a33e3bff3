//! `edit_hook`

use api::{Cx, Effect, FilePath, Flag, Function, Input, Needs, Result, Word, reply};

/// Changes a script hook.
#[derive(Input)]
pub struct Params {
    /// Hook id from `list_hooks`.
    pub id: String,
    /// Script that checks the results.
    pub check: Option<FilePath>,
    /// The enabled flag: 0 or 1.
    pub enabled: Option<Flag>,
    /// 1: run as root; script hooks only, not modules.
    #[param(default = 0)]
    pub escalateprivs: Flag,
    /// The exectype.
    pub exectype: Option<Exectype>,
    /// Absolute path, or `MODULE::SUBROUTINE`.
    pub hook: Option<String>,
    /// The notes.
    pub notes: Option<String>,
    /// Script that undoes the hook.
    pub rollback: Option<FilePath>,
    /// The stage.
    pub stage: Option<Stage>,
    /// 1 or more; lower runs first within the stage.
    pub weight: Option<i64>,
}

/// What `exectype` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Exectype {
    /// `script`.
    #[word("script")]
    Script,
    /// `module`.
    #[word("module")]
    Module,
}

/// What `stage` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Stage {
    /// `pre`.
    #[word("pre")]
    Pre,
    /// `post`.
    #[word("post")]
    Post,
}

/// See [`Params`].
pub struct EditHook;

impl Function for EditHook {
    const NAME: &'static str = "edit_hook";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
