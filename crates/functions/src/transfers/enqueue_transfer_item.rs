//! `enqueue_transfer_item`

use std::net::IpAddr;

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Result, UserName, Word, reply};

/// Add one item to a transfer session.
#[derive(Input)]
pub struct Params {
    /// The transfer session ID.
    pub transfer_session_id: String,
    /// Decides which of the others apply.
    pub module: Module,
    /// Bytes to transfer, at least 1; helps to choose the partition.
    #[param(default = 1)]
    pub size: i64,
    /// Needed for `AccountLocal`, `AccountRemoteRoot`, `AccountRemoteUser`, `LegacyAccountBackup`.
    pub user: Option<UserName>,
    /// Needed for `AccountLocal`, `AccountRemoteRoot`, `AccountRemoteUser`.
    pub localuser: Option<UserName>,
    /// The customip: `Account*`; needs `ip=1`.
    pub customip: Option<IpAddr>,
    /// The detected remote user: `Account*`.
    pub detected_remote_user: Option<UserName>,
    /// The domain: `Account*`.
    pub domain: Option<DomainName>,
    /// IP address: `Account*`; 1: dedicated IP if one is free, else shared.
    pub ip: Option<Flag>,
    /// `Account*`; .local, .existing or alias of a linked node.
    #[param(default = ".existing")]
    pub mail_location: String,
    /// Overwrite sameowner dbs: `Account*`, `LegacyAccountBackup`.
    pub overwrite_sameowner_dbs: Option<Flag>,
    /// Overwrite sameowner dbusers: `Account*`, `LegacyAccountBackup`.
    pub overwrite_sameowner_dbusers: Option<Flag>,
    /// Overwrite with delete: `Account*`; 1: deletes what is at the destination.
    pub overwrite_with_delete: Option<Flag>,
    /// `Account*`; A records to change.
    pub replaceip: Option<Replaceip>,
    /// Reseller: `Account*`; 1: make the account a reseller.
    pub reseller: Option<Flag>,
    /// Shared MySQL server: `Account*`.
    pub shared_mysql_server: Option<Flag>,
    /// Skipaccount: `Account*`; 1: restore into an existing account; user and localuser must match.
    pub skipaccount: Option<Flag>,
    /// Skipacctdb: `Account*`.
    pub skipacctdb: Option<Flag>,
    /// Skipbwdata: `Account*`.
    pub skipbwdata: Option<Flag>,
    /// Skiphomedir: `Account*`.
    pub skiphomedir: Option<Flag>,
    /// Skipres: `Account*`; 1: no reseller privileges.
    pub skipres: Option<Flag>,
    /// Force: `AccountLocal`, `AccountRemoteRoot`; overwrite an account of the same name; user and
    /// localuser must match; not when the session has `unrestricted_restore=1`.
    pub force: Option<Flag>,
    /// Live transfer: `AccountRemoteRoot`.
    #[param(default = 0)]
    pub live_transfer: Flag,
    /// Xferpoint: `AccountRemoteRoot`; express transfer.
    pub xferpoint: Option<Flag>,
    /// The restoretype: needed for `LegacyAccountBackup`.
    pub restoretype: Option<Restoretype>,
    /// `LegacyAccountBackup`; comma-separated; ignored when the session has
    /// `unrestricted_restore=0`.
    pub mysql_dbs_to_restore: Option<String>,
    /// Overwrite all dbs: `LegacyAccountBackup`; becomes 0 (and `overwrite_sameowner_dbs` 1) when
    /// the session has `unrestricted_restore=0`.
    pub overwrite_all_dbs: Option<Flag>,
    /// `LegacyAccountBackup`; comma-separated; ignored when the session has
    /// `unrestricted_restore=0`.
    pub pgsql_dbs_to_restore: Option<String>,
    /// Restoreall: `LegacyAccountBackup`.
    pub restoreall: Option<Flag>,
    /// Restorebwdata: `LegacyAccountBackup`.
    pub restorebwdata: Option<Flag>,
    /// Restoreip: `LegacyAccountBackup`.
    pub restoreip: Option<Flag>,
    /// Restoremail: `LegacyAccountBackup`.
    pub restoremail: Option<Flag>,
    /// Restoremysql: `LegacyAccountBackup`.
    pub restoremysql: Option<Flag>,
    /// Restoresubs: `LegacyAccountBackup`.
    pub restoresubs: Option<Flag>,
    /// Unrestricted restore: `LegacyAccountBackup`.
    pub unrestricted_restore: Option<Flag>,
    /// The package: needed for `PackageRemoteRoot`.
    pub package: Option<String>,
    /// The featurelist: needed for `FeatureListRemoteRoot`.
    pub featurelist: Option<String>,
}

/// What `module` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Module {
    /// `AccountLocal`.
    #[word("AccountLocal")]
    AccountLocal,
    /// `AccountRemoteRoot`.
    #[word("AccountRemoteRoot")]
    AccountRemoteRoot,
    /// `AccountRemoteUser`.
    #[word("AccountRemoteUser")]
    AccountRemoteUser,
    /// `FeatureListRemoteRoot`.
    #[word("FeatureListRemoteRoot")]
    FeatureListRemoteRoot,
    /// `LegacyAccountBackup`.
    #[word("LegacyAccountBackup")]
    LegacyAccountBackup,
    /// `PackageRemoteRoot`.
    #[word("PackageRemoteRoot")]
    PackageRemoteRoot,
}

/// What `replaceip` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Replaceip {
    /// `all`.
    #[word("all")]
    All,
    /// `basic`.
    #[word("basic")]
    Basic,
}

/// What `restoretype` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Restoretype {
    /// `monthly`.
    #[word("monthly")]
    Monthly,
    /// `weekly`.
    #[word("weekly")]
    Weekly,
    /// `daily`.
    #[word("daily")]
    Daily,
}

/// See [`Params`].
pub struct EnqueueTransferItem;

impl Function for EnqueueTransferItem {
    const NAME: &'static str = "enqueue_transfer_item";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
