//! `deletesshkey`

use api::{Cx, Effect, FilePath, Flag, Function, Input, Needs, Output, Result, reply};

/// Deletes an SSH key of root.
#[derive(Input)]
pub struct Params {
    /// Shown as a full path, `/root/.ssh/NAME`.
    pub file: FilePath,
    /// 1: stays authorized.
    #[param(default = 1)]
    pub leave_authorized: Flag,
}

/// What `deletesshkey` answers.
#[derive(Output)]
pub struct Reply {
    /// The file.
    pub file: String,
}

/// See [`Params`].
pub struct Deletesshkey;

impl Function for Deletesshkey {
    const NAME: &'static str = "deletesshkey";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
