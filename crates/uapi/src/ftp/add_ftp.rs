//! `Ftp::add_ftp`

use api::{Cx, DomainName, Effect, FilePath, Flag, Function, Input, Needs, Result, Secret, reply};

/// Creates an FTP account.
#[derive(Input)]
pub struct Params {
    /// The user.
    pub user: String,
    /// 1 strips dots from the name.
    #[param(default = 1)]
    pub disallowdot: Flag,
    /// One of the account's own; main domain by default.
    pub domain: Option<DomainName>,
    /// Relative to the home directory; a folder named after the account where absent.
    pub homedir: Option<FilePath>,
    /// This or `pass_hash`, never both.
    pub pass: Option<Secret>,
    /// The password hash: crypt-style hash.
    pub pass_hash: Option<Secret>,
    /// Megabytes; 0 is unlimited.
    #[param(default = 0)]
    pub quota: i64,
}

/// See [`Params`].
pub struct AddFtp;

impl Function for AddFtp {
    const NAME: &'static str = "add_ftp";
    const NEEDS: Needs = Needs::Features(&["ftpaccts"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
