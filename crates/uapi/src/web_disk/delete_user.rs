//! `WebDisk::delete_user`

use api::{Cx, Effect, EmailAddress, Flag, Function, Input, Needs, Result, reply};

/// .
#[derive(Input)]
pub struct Params {
    /// The destroy flag: 0 or 1.
    pub destroy: Flag,
    /// The user.
    pub user: EmailAddress,
}

/// See [`Params`].
pub struct DeleteUser;

impl Function for DeleteUser {
    const NAME: &'static str = "delete_user";
    const NEEDS: Needs = Needs::Features(&["webdisk"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
