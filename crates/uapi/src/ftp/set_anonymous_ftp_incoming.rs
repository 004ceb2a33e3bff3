//! `Ftp::set_anonymous_ftp_incoming`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result, reply};

/// Turns anonymous uploads on or off.
#[derive(Input)]
pub struct Params {
    /// The set flag: 0 or 1.
    #[param(default = 0)]
    pub set: Flag,
}

/// See [`Params`].
pub struct SetAnonymousFtpIncoming;

impl Function for SetAnonymousFtpIncoming {
    const NAME: &'static str = "set_anonymous_ftp_incoming";
    const NEEDS: Needs = Needs::Features(&["ftpaccts"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
