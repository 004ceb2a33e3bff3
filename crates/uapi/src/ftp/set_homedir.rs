//! `Ftp::set_homedir`

use api::{Cx, DomainName, Effect, FilePath, Function, Input, Needs, Result, reply};

/// Changes an FTP account's directory.
#[derive(Input)]
pub struct Params {
    /// The user.
    pub user: String,
    /// Main domain by default.
    pub domain: Option<DomainName>,
    /// Below the home directory.
    #[param(default = "user@domain/")]
    pub homedir: FilePath,
}

/// See [`Params`].
pub struct SetHomedir;

impl Function for SetHomedir {
    const NAME: &'static str = "set_homedir";
    const NEEDS: Needs = Needs::Features(&["ftpaccts"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
