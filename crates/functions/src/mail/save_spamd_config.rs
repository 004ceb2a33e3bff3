//! `save_spamd_config`

use api::{Cx, Effect, FilePath, Function, Input, Needs, Result, reply};

/// Saves the options of the spamd daemon.
#[derive(Input)]
pub struct Params {
    /// Comma list of addresses; must hold 127.0.0.1; absent: any address may connect.
    pub allowedips: Option<String>,
    /// The maxchildren: at least 1.
    pub maxchildren: Option<i64>,
    /// The maxconnperchild: at least 1.
    pub maxconnperchild: Option<i64>,
    /// With systemd, `PIDFile` of spamd.service must be changed to match.
    pub pidfile: Option<FilePath>,
    /// The timeoutchild: 0: never.
    pub timeoutchild: Option<i64>,
    /// The timeouttcp: 0: never.
    pub timeouttcp: Option<i64>,
}

/// See [`Params`].
pub struct SaveSpamdConfig;

impl Function for SaveSpamdConfig {
    const NAME: &'static str = "save_spamd_config";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
