//! `DirectoryPrivacy::add_user`

use api::{Cx, Effect, FilePath, Function, Input, Needs, Result, Secret, reply};

/// `DirectoryPrivacy::add_user`.
#[derive(Input)]
pub struct Params {
    /// The directory.
    pub dir: FilePath,
    /// The password.
    pub password: Secret,
    /// The user.
    pub user: String,
}

/// See [`Params`].
pub struct AddUser;

impl Function for AddUser {
    const NAME: &'static str = "add_user";
    const NEEDS: Needs = Needs::Features(&["webprotect"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
