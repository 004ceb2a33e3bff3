//! `DirectoryPrivacy::list_users`

use api::{Cx, Effect, FilePath, Function, Input, Needs, Result, reply};

/// `DirectoryPrivacy::list_users`.
#[derive(Input)]
pub struct Params {
    /// The directory.
    pub dir: FilePath,
}

/// See [`Params`].
pub struct ListUsers;

impl Function for ListUsers {
    const NAME: &'static str = "list_users";
    const NEEDS: Needs = Needs::Features(&["webprotect"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<String>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
