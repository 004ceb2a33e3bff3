//! `DirectoryPrivacy::delete_user`

use api::{Cx, Effect, FilePath, Function, Input, Needs, Result, UserName, reply};

/// `DirectoryPrivacy::delete_user`.
#[derive(Input)]
pub struct Params {
    /// The directory.
    pub dir: FilePath,
    /// The user.
    pub user: UserName,
}

/// See [`Params`].
pub struct DeleteUser;

impl Function for DeleteUser {
    const NAME: &'static str = "delete_user";
    const NEEDS: Needs = Needs::Features(&["webprotect"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
