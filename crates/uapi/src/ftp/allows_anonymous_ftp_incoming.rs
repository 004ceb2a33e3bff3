//! `Ftp::allows_anonymous_ftp_incoming`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Tells whether anonymous uploads are allowed.
#[derive(Input)]
pub struct Params;

/// What `allows_anonymous_ftp_incoming` answers.
#[derive(Output)]
pub struct Reply {
    /// The allows flag: 0 or 1.
    pub allows: Flag,
}

/// See [`Params`].
pub struct AllowsAnonymousFtpIncoming;

impl Function for AllowsAnonymousFtpIncoming {
    const NAME: &'static str = "allows_anonymous_ftp_incoming";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
