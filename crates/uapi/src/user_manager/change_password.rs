//! `UserManager::change_password`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result, Secret, reply};

/// Change the password of the main account.
#[derive(Input)]
pub struct Params {
    /// The oldpass.
    pub oldpass: Secret,
    /// The newpass.
    pub newpass: Secret,
    /// 1 changes the MySQL password of the account too.
    #[param(default = 0)]
    pub enablemysql: Flag,
}

/// See [`Params`].
pub struct ChangePassword;

impl Function for ChangePassword {
    const NAME: &'static str = "change_password";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
