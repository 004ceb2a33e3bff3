//! `Ftp::allows_anonymous_ftp`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Tells whether anonymous FTP is allowed.
#[derive(Input)]
pub struct Params;

/// What `allows_anonymous_ftp` answers.
#[derive(Output)]
pub struct Reply {
    /// The allows flag: 0 or 1.
    pub allows: Flag,
}

/// See [`Params`].
pub struct AllowsAnonymousFtp;

impl Function for AllowsAnonymousFtp {
    const NAME: &'static str = "allows_anonymous_ftp";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
