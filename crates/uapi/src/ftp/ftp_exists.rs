//! `Ftp::ftp_exists`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result, reply};

/// Tells whether an FTP account exists.
#[derive(Input)]
pub struct Params {
    /// The user.
    pub user: String,
    /// Main domain by default.
    pub domain: Option<DomainName>,
}

/// See [`Params`].
pub struct FtpExists;

impl Function for FtpExists {
    const NAME: &'static str = "ftp_exists";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
