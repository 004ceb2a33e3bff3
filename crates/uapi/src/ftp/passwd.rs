//! `Ftp::passwd`

use api::{Cx, Effect, Function, Input, Needs, Result, Secret, reply};

/// Changes an FTP account's password.
#[derive(Input)]
pub struct Params {
    /// The password.
    pub pass: Secret,
    /// The user.
    pub user: String,
    /// Main domain by default.
    pub domain: Option<String>,
}

/// See [`Params`].
pub struct Passwd;

impl Function for Passwd {
    const NAME: &'static str = "passwd";
    const NEEDS: Needs = Needs::Features(&["ftpaccts"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
