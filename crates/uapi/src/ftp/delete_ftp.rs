//! `Ftp::delete_ftp`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Result, reply};

/// Deletes an FTP account.
#[derive(Input)]
pub struct Params {
    /// The user.
    pub user: String,
    /// 1 deletes its directory too.
    #[param(default = 0)]
    pub destroy: Flag,
    /// Main domain by default.
    pub domain: Option<DomainName>,
}

/// See [`Params`].
pub struct DeleteFtp;

impl Function for DeleteFtp {
    const NAME: &'static str = "delete_ftp";
    const NEEDS: Needs = Needs::Features(&["ftpaccts"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
