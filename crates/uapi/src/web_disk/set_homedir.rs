//! `WebDisk::set_homedir`

use api::{Cx, Effect, EmailAddress, FilePath, Flag, Function, Input, Needs, Result, reply};

/// .
#[derive(Input)]
pub struct Params {
    /// The homedir.
    pub homedir: FilePath,
    /// The user.
    pub user: EmailAddress,
    /// The private flag: 0 or 1.
    #[param(default = 0)]
    pub private: Flag,
}

/// See [`Params`].
pub struct SetHomedir;

impl Function for SetHomedir {
    const NAME: &'static str = "set_homedir";
    const NEEDS: Needs = Needs::Features(&["webdisk"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
