//! `set_local_mysql_root_password`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Secret, reply};

/// Reset the root password of the local MySQL server.
#[derive(Input)]
pub struct Params {
    /// The password.
    pub password: Secret,
    /// 1: also write the new password to `/root/.my.cnf`; always on while localhost is the active
    /// profile.
    pub update_config: Option<Flag>,
}

/// What `set_local_mysql_root_password` answers.
#[derive(Output)]
pub struct Reply {
    /// The configs updated flag: 0 or 1.
    #[param(absent)]
    pub configs_updated: Option<Flag>,
    /// The password reset flag: 0 or 1.
    pub password_reset: Flag,
    /// The profile updated flag: 0 or 1.
    #[param(absent)]
    pub profile_updated: Option<Flag>,
}

/// See [`Params`].
pub struct SetLocalMysqlRootPassword;

impl Function for SetLocalMysqlRootPassword {
    const NAME: &'static str = "set_local_mysql_root_password";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
