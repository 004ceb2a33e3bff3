//! `backup_config_set`

use api::{Cx, Effect, FilePath, Flag, Function, Input, Needs, Result, Word, reply};

/// Set the backup configuration.
#[derive(Input)]
pub struct Params {
    /// The backup daily enable flag: 0 or 1.
    #[param(default = 1)]
    pub backup_daily_enable: Flag,
    /// The backup daily retention.
    #[param(default = 5)]
    pub backup_daily_retention: i64,
    /// Day of month 1 to 31; several: comma-separated (typed integer).
    #[param(default = "1")]
    pub backup_monthly_dates: String,
    /// The backup monthly enable flag: 0 or 1.
    #[param(default = 0)]
    pub backup_monthly_enable: Flag,
    /// The backup monthly retention.
    #[param(default = 1)]
    pub backup_monthly_retention: i64,
    /// 0 Sunday to 6 Saturday; the stated minimum of 1 contradicts this.
    #[param(default = 0)]
    pub backup_weekly_day: i64,
    /// The backup weekly enable flag: 0 or 1.
    #[param(default = 0)]
    pub backup_weekly_enable: Flag,
    /// The backup weekly retention.
    #[param(default = 4)]
    pub backup_weekly_retention: i64,
    /// The backupaccts flag: 0 or 1.
    #[param(default = 1)]
    pub backupaccts: Flag,
    /// The backupbwdata flag: 0 or 1.
    #[param(default = 1)]
    pub backupbwdata: Flag,
    /// Days of daily backups, comma-separated, 0 Sunday to 6 Saturday.
    #[param(default = "0,2,4,6")]
    pub backupdays: String,
    /// The backupdir.
    #[param(default = "/backup")]
    pub backupdir: FilePath,
    /// The backupenable flag: 0 or 1.
    #[param(default = 0)]
    pub backupenable: Flag,
    /// Backupfiles: system files.
    #[param(default = 1)]
    pub backupfiles: Flag,
    /// Backuplogs: error logs.
    #[param(default = 0)]
    pub backuplogs: Flag,
    /// Backupmount: mount a backup partition.
    #[param(default = 0)]
    pub backupmount: Flag,
    /// The backupsuspendedaccts flag: 0 or 1.
    #[param(default = 0)]
    pub backupsuspendedaccts: Flag,
    /// The backuptype.
    #[param(default = Backuptype::Compressed)]
    pub backuptype: Backuptype,
    /// The check min free space flag: 0 or 1.
    #[param(default = 1)]
    pub check_min_free_space: Flag,
    /// 1: no metadata.
    #[param(default = 0)]
    pub disable_metadata: Flag,
    /// Tries for an additional destination; spelled so.
    #[param(default = 3)]
    pub errorthreshhold: i64,
    /// The force prune daily flag: 0 or 1.
    #[param(default = 0)]
    pub force_prune_daily: Flag,
    /// The force prune monthly flag: 0 or 1.
    #[param(default = 0)]
    pub force_prune_monthly: Flag,
    /// The force prune weekly flag: 0 or 1.
    #[param(default = 0)]
    pub force_prune_weekly: Flag,
    /// The gziprsyncopts.
    #[param(default = "")]
    pub gziprsyncopts: String,
    /// Keeplocal: text says 1 deletes local copies, against the name, the default and
    /// `backup_config_get` (1 keeps).
    #[param(default = 1)]
    pub keeplocal: Flag,
    /// Linkdest: check rsync for hard links.
    #[param(default = 0)]
    pub linkdest: Flag,
    /// 1: zone file on the server; 0: dnsadmin.
    #[param(default = 0)]
    pub localzonesonly: Flag,
    /// The maximum restore timeout: seconds.
    #[param(default = 21600)]
    pub maximum_restore_timeout: i64,
    /// The maximum timeout: seconds.
    #[param(default = 7200)]
    pub maximum_timeout: i64,
    /// At most 100 when the unit is percent.
    #[param(default = 5)]
    pub min_free_space: i64,
    /// The min free space unit.
    #[param(default = MinFreeSpaceUnit::Percent)]
    pub min_free_space_unit: MinFreeSpaceUnit,
    /// The mysqlbackup.
    #[param(default = Mysqlbackup::Accounts)]
    pub mysqlbackup: Mysqlbackup,
    /// Postbackup: run the post-backup script.
    #[param(default = 0)]
    pub postbackup: Flag,
    /// Prebackup: run the pre-backup script.
    #[param(default = 1)]
    pub prebackup: Flag,
    /// The psqlbackup flag: 0 or 1.
    #[param(default = 0)]
    pub psqlbackup: Flag,
    /// Emptied after each restore.
    pub remote_restore_staging_dir: Option<FilePath>,
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
pub struct BackupConfigSet;

impl Function for BackupConfigSet {
    const NAME: &'static str = "backup_config_set";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
