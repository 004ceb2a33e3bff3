//! `backup_config_get`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Value, Word, reply};

/// Give the backup configuration.
#[derive(Input)]
pub struct Params;

/// What `backup_config_get` answers.
#[derive(Output)]
pub struct Reply {
    /// The backup configuration.
    pub backup_config: BackupConfig,
}

/// The backup configuration.
#[derive(Output)]
pub struct BackupConfig {
    /// The backup daily enable flag: 0 or 1.
    pub backup_daily_enable: Flag,
    /// The backup daily retention.
    pub backup_daily_retention: Value,
    /// The backup monthly dates.
    pub backup_monthly_dates: String,
    /// The backup monthly enable flag: 0 or 1.
    pub backup_monthly_enable: Flag,
    /// The backup monthly retention.
    pub backup_monthly_retention: Value,
    /// The backup weekly day.
    pub backup_weekly_day: String,
    /// The backup weekly enable flag: 0 or 1.
    pub backup_weekly_enable: Flag,
    /// The backup weekly retention.
    pub backup_weekly_retention: Value,
    /// The backupaccts flag: 0 or 1.
    pub backupaccts: Flag,
    /// The backupbwdata flag: 0 or 1.
    pub backupbwdata: Flag,
    /// The backupdays.
    pub backupdays: String,
    /// The backupdir.
    pub backupdir: String,
    /// The backupenable flag: 0 or 1.
    pub backupenable: Flag,
    /// The backupfiles flag: 0 or 1.
    pub backupfiles: Flag,
    /// The backuplogs flag: 0 or 1.
    pub backuplogs: Flag,
    /// The backupmount flag: 0 or 1.
    pub backupmount: Flag,
    /// The backupsuspendedaccounts flag: 0 or 1.
    #[param(absent)]
    pub backupsuspendedaccounts: Option<Flag>,
    /// The backupsuspendedaccts flag: 0 or 1.
    #[param(absent)]
    pub backupsuspendedaccts: Option<Flag>,
    /// The backuptype.
    pub backuptype: Backuptype,
    /// The check min free space.
    pub check_min_free_space: Value,
    /// The disable metadata flag: 0 or 1.
    pub disable_metadata: Flag,
    /// The errorthreshhold.
    pub errorthreshhold: Value,
    /// The force prune daily.
    pub force_prune_daily: Value,
    /// The force prune monthly.
    pub force_prune_monthly: Value,
    /// The force prune weekly.
    pub force_prune_weekly: Value,
    /// The gziprsyncopts.
    pub gziprsyncopts: String,
    /// The keeplocal.
    pub keeplocal: Value,
    /// The linkdest.
    pub linkdest: Value,
    /// The localzonesonly flag: 0 or 1.
    pub localzonesonly: Flag,
    /// The maximum restore timeout.
    pub maximum_restore_timeout: Value,
    /// The maximum timeout.
    pub maximum_timeout: Value,
    /// The min free space.
    pub min_free_space: Value,
    /// The min free space unit.
    pub min_free_space_unit: MinFreeSpaceUnit,
    /// The mysqlbackup.
    pub mysqlbackup: Mysqlbackup,
    /// The postbackup flag: 0 or 1.
    pub postbackup: Flag,
    /// The prebackup.
    pub prebackup: Value,
    /// The psqlbackup flag: 0 or 1.
    pub psqlbackup: Flag,
    /// The remote restore staging directory.
    pub remote_restore_staging_dir: String,
}

/// What `backuptype` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Backuptype {
    /// `compressed`.
    #[word("compressed")]
    Compressed,
    /// `uncompressed`.
    #[word("uncompressed")]
    Uncompressed,
    /// `incremental`.
    #[word("incremental")]
    Incremental,
}

/// What `min_free_space_unit` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum MinFreeSpaceUnit {
    /// `MB`.
    #[word("MB")]
    Mb,
    /// `percent`.
    #[word("percent")]
    Percent,
}

/// What `mysqlbackup` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Mysqlbackup {
    /// `accounts`.
    #[word("accounts")]
    Accounts,
    /// `dir`.
    #[word("dir")]
    Dir,
    /// `both`.
    #[word("both")]
    Both,
}

/// See [`Params`].
pub struct BackupConfigGet;

impl Function for BackupConfigGet {
    const NAME: &'static str = "backup_config_get";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
