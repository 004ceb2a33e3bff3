//! `delete_account_archives`

use api::{Cx, Effect, FilePath, Function, Input, Needs, Result, UserName, reply};

/// Remove the archives of one account.
#[derive(Input)]
pub struct Params {
    /// The user.
    pub user: UserName,
    /// Where the archives lie.
    #[param(default = "/home")]
    pub mountpoint: FilePath,
}

/// See [`Params`].
pub struct DeleteAccountArchives;

impl Function for DeleteAccountArchives {
    const NAME: &'static str = "delete_account_archives";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
