//! `start_background_pkgacct`

use api::{Cx, Effect, FilePath, Flag, Function, Input, Needs, Output, Result, UserName, reply};

/// Package an account in the background.
#[derive(Input)]
pub struct Params {
    /// The user.
    pub user: UserName,
    /// Compress: gzip; absent or null: none.
    pub compressionsetting: Option<String>,
    /// 1: update an existing uncompressed tree.
    #[param(default = 0)]
    pub incremental: Flag,
    /// The low priority flag: 0 or 1.
    #[param(default = 0)]
    pub low_priority: Flag,
    /// Oldest MySQL that must be able to read the dump; default: the installed version.
    pub mysqlver: Option<String>,
    /// 1: log lines as JSON.
    #[param(default = 0)]
    pub serialized_output: Flag,
    /// The skipacctdb flag: 0 or 1.
    #[param(default = 0)]
    pub skipacctdb: Flag,
    /// The skipapitokens flag: 0 or 1.
    #[param(default = 0)]
    pub skipapitokens: Flag,
    /// The skipauthnlinks flag: 0 or 1.
    #[param(default = 0)]
    pub skipauthnlinks: Flag,
    /// The skipbwdata flag: 0 or 1.
    #[param(default = 0)]
    pub skipbwdata: Flag,
    /// The skipdnssec flag: 0 or 1.
    #[param(default = 0)]
    pub skipdnssec: Flag,
    /// The skipdnszones flag: 0 or 1.
    #[param(default = 0)]
    pub skipdnszones: Flag,
    /// The skipftpusers flag: 0 or 1.
    #[param(default = 0)]
    pub skipftpusers: Flag,
    /// The skiphomedir flag: 0 or 1.
    #[param(default = 0)]
    pub skiphomedir: Flag,
    /// The skiplinkednodes flag: 0 or 1.
    #[param(default = 0)]
    pub skiplinkednodes: Flag,
    /// The skiplogs flag: 0 or 1.
    #[param(default = 0)]
    pub skiplogs: Flag,
    /// The skipresellerconfig flag: 0 or 1.
    #[param(default = 0)]
    pub skipresellerconfig: Flag,
    /// The skipshell flag: 0 or 1.
    #[param(default = 0)]
    pub skipshell: Flag,
    /// The skipvhosttemplates flag: 0 or 1.
    #[param(default = 0)]
    pub skipvhosttemplates: Flag,
    /// 1: archive in pieces.
    #[param(default = 0)]
    pub split: Flag,
    /// The tarroot: default: `/home/USER`.
    pub tarroot: Option<FilePath>,
    /// 1: start from the last good backup.
    #[param(default = 0)]
    pub use_backups: Flag,
}

/// What `start_background_pkgacct` answers.
#[derive(Output)]
pub struct Reply {
    /// The complete master error log.
    pub complete_master_error_log: String,
    /// The complete master log.
    pub complete_master_log: String,
    /// The session ID.
    pub session_id: String,
}

/// See [`Params`].
pub struct StartBackgroundPkgacct;

impl Function for StartBackgroundPkgacct {
    const NAME: &'static str = "start_background_pkgacct";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
