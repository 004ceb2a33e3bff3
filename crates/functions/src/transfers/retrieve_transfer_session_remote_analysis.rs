//! `retrieve_transfer_session_remote_analysis`

use std::collections::BTreeMap;

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, UnixTime, Value, Word, reply};

/// Give the analysis of both servers of a transfer session.
#[derive(Input)]
pub struct Params {
    /// The transfer session ID.
    pub transfer_session_id: String,
}

/// What `retrieve_transfer_session_remote_analysis` answers.
#[derive(Output)]
pub struct Reply {
    /// The configuration.
    pub config: Config,
    /// The items.
    pub items: Items,
    /// The local.
    pub local: Local,
    /// The modules.
    pub modules: BTreeMap<String, Module>,
    /// The options.
    pub options: Options,
    /// The remote.
    pub remote: Remote,
    /// The transfer session ID.
    pub transfer_session_id: String,
}

/// The configuration.
#[derive(Output)]
pub struct Config {
    /// The shared MySQL server flag: 0 or 1.
    pub shared_mysql_server: Flag,
}

/// The items.
#[derive(Output)]
pub struct Items {
    /// The accounts.
    pub accounts: Vec<Value>,
    /// The packages.
    pub packages: Vec<Value>,
}

/// The local.
#[derive(Output)]
pub struct Local {
    /// The available IP addresses.
    pub available_ips: Vec<String>,
    /// The dbs.
    pub dbs: DbsPart,
    /// The dedicated IP addresses.
    pub dedicated_ips: BTreeMap<String, String>,
    /// The domains.
    pub domains: BTreeMap<String, String>,
    /// The groups.
    pub groups: BTreeMap<String, Flag>,
    /// The host.
    pub host: String,
    /// The major version.
    pub major_version: String,
    /// The roundcube dbtype.
    pub roundcube_dbtype: RoundcubeDbtype,
    /// The users.
    pub users: BTreeMap<String, Flag>,
    /// The version.
    pub version: String,
}

/// The dbs.
#[derive(Output)]
pub struct DbsPart {
    /// The dbs.
    pub dbs: Dbs,
    /// The users.
    pub users: Users,
}

/// The dbs.
#[derive(Output)]
pub struct Dbs {
    /// The MySQL.
    #[param(name = "MYSQL")]
    pub mysql: BTreeMap<String, Mysql>,
    /// The pgsql.
    #[param(name = "PGSQL")]
    pub pgsql: BTreeMap<String, Pgsql>,
}

/// One item of `MYSQL`.
#[derive(Output)]
pub struct Mysql {
    /// The owner.
    pub owner: String,
}

/// One item of `PGSQL`.
#[derive(Output)]
pub struct Pgsql {
    /// The owner.
    pub owner: String,
}

/// The users.
#[derive(Output)]
pub struct Users {
    /// The MySQL.
    #[param(name = "MYSQL")]
    pub mysql: BTreeMap<String, Mysql>,
    /// The pgsql.
    #[param(name = "PGSQL")]
    pub pgsql: BTreeMap<String, Pgsql>,
}

/// What `roundcube_dbtype` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum RoundcubeDbtype {
    /// `sqlite`.
    #[word("sqlite")]
    Sqlite,
    /// `mysql`.
    #[word("mysql")]
    Mysql,
}

/// One item of `modules`.
#[derive(Output)]
pub struct Module {
    /// The analysis.
    pub analysis: BTreeMap<String, String>,
    /// The name.
    pub name: String,
}

/// The options.
#[derive(Output)]
pub struct Options {
    /// The skip reseller privs flag: 0 or 1.
    pub skip_reseller_privs: Flag,
    /// The unrestricted flag: 0 or 1.
    pub unrestricted: Flag,
}

/// The remote.
#[derive(Output)]
pub struct Remote {
    /// The conflicts.
    pub conflicts: BTreeMap<String, Value>,
    /// The cpversion.
    pub cpversion: String,
    /// The dbs.
    pub dbs: DbsPart,
    /// Whether it has disk used.
    pub has_disk_used: Flag,
    /// Whether it has files used.
    pub has_files_used: Flag,
    /// Whether it has owners.
    pub has_owners: Flag,
    /// Whether it has package extensions.
    pub has_package_extensions: Flag,
    /// Whether it has xfertool.
    pub has_xfertool: Flag,
    /// The host.
    pub host: String,
    /// The hostname.
    pub hostname: String,
    /// The linked nodes.
    pub linked_nodes: Vec<LinkedNode>,
    /// The major version.
    pub major_version: String,
    /// The resellers.
    pub resellers: BTreeMap<String, Flag>,
    /// The roundcube dbtype.
    pub roundcube_dbtype: RoundcubeDbtype,
    /// The server type.
    pub server_type: String,
    /// The supports live transfers flag: 0 or 1.
    pub supports_live_transfers: Flag,
    /// The version.
    pub version: String,
}

/// One item of `linked_nodes`.
#[derive(Output)]
pub struct LinkedNode {
    /// The alias.
    pub alias: String,
    /// The enabled services.
    pub enabled_services: Vec<String>,
    /// The hostname.
    pub hostname: String,
    /// Last check, as a Unix time.
    pub last_check: UnixTime,
    /// The system settings.
    pub system_settings: BTreeMap<String, BTreeMap<String, Flag>>,
    /// The tls verified flag: 0 or 1.
    pub tls_verified: Flag,
    /// The username.
    pub username: String,
    /// The version.
    pub version: String,
    /// The worker capabilities.
    pub worker_capabilities: BTreeMap<String, BTreeMap<String, Value>>,
}

/// See [`Params`].
pub struct RetrieveTransferSessionRemoteAnalysis;

impl Function for RetrieveTransferSessionRemoteAnalysis {
    const NAME: &'static str = "retrieve_transfer_session_remote_analysis";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
