//! `toggle_user_backup_state`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, UserName, reply};

/// Toggle the backups of one account.
#[derive(Input)]
pub struct Params {
    /// The user.
    pub user: UserName,
    /// 1: the legacy system; 0: the standard one.
    #[param(default = 0)]
    pub legacy: Flag,
}

/// What `toggle_user_backup_state` answers.
#[derive(Output)]
pub struct Reply {
    /// The toggle status flag: 0 or 1.
    pub toggle_status: Flag,
}

/// See [`Params`].
pub struct ToggleUserBackupState;

impl Function for ToggleUserBackupState {
    const NAME: &'static str = "toggle_user_backup_state";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
