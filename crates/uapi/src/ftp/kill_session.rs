//! `Ftp::kill_session`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Ends FTP sessions.
#[derive(Input)]
pub struct Params {
    /// FTP user; "all" ends every session of the account.
    #[param(default = "all")]
    pub login: String,
}

/// See [`Params`].
pub struct KillSession;

impl Function for KillSession {
    const NAME: &'static str = "kill_session";
    const NEEDS: Needs = Needs::Features(&["ftpaccts"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
