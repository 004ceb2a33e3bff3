//! `Mysql::rename_user`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Renames a database user.
#[derive(Input)]
pub struct Params {
    /// The newname.
    pub newname: String,
    /// The oldname.
    pub oldname: String,
}

/// See [`Params`].
pub struct RenameUser;

impl Function for RenameUser {
    const NAME: &'static str = "rename_user";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
