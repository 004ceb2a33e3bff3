//! `Ftp::get_ftp_daemon_info`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// Describes the FTP server.
#[derive(Input)]
pub struct Params;

/// What `get_ftp_daemon_info` answers.
#[derive(Output)]
pub struct Reply {
    /// The enabled flag: 0 or 1.
    pub enabled: Flag,
    /// The name.
    pub name: Name,
    /// The supports.
    pub supports: Supports,
}

/// What `name` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Name {
    /// `pure-ftpd`.
    #[word("pure-ftpd")]
    PureFtpd,
    /// `proftpd`.
    #[word("proftpd")]
    Proftpd,
    /// `""`.
    #[word("\"\"")]
    Empty,
}

/// The supports.
#[derive(Output)]
pub struct Supports {
    /// The login without domain flag: 0 or 1.
    pub login_without_domain: Flag,
    /// The quota flag: 0 or 1.
    pub quota: Flag,
}

/// See [`Params`].
pub struct GetFtpDaemonInfo;

impl Function for GetFtpDaemonInfo {
    const NAME: &'static str = "get_ftp_daemon_info";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
