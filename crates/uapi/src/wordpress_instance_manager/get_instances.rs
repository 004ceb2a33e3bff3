//! `WordPressInstanceManager::get_instances`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, UnixTime, Word, reply};

/// `WordPressInstanceManager::get_instances`.
#[derive(Input)]
pub struct Params;

/// What `get_instances` answers.
#[derive(Output)]
pub struct Reply {
    /// The errors.
    pub errors: Vec<String>,
    /// The instances.
    pub instances: Vec<Instance>,
}

/// One item of `instances`.
#[derive(Output)]
pub struct Instance {
    /// The addon configuration.
    pub addon_config: String,
    /// The addon name.
    pub addon_name: AddonName,
    /// The addon type.
    pub addon_type: AddonType,
    /// The admin URL.
    pub admin_url: String,
    /// The admin username.
    pub admin_username: String,
    /// The available version.
    pub available_version: Option<String>,
    /// Created on, as a Unix time.
    pub created_on: UnixTime,
    /// The current version.
    pub current_version: Option<String>,
    /// The database name.
    pub db_name: String,
    /// The database prefix.
    pub db_prefix: String,
    /// The database server.
    pub db_server: String,
    /// The database type.
    pub db_type: DbType,
    /// The database username.
    pub db_username: String,
    /// The domain.
    pub domain: String,
    /// The full path.
    pub full_path: String,
    /// The homedir.
    pub homedir: String,
    /// The ID.
    pub id: String,
    /// The import GUID.
    pub import_guid: String,
    /// Imported on, as a Unix time.
    pub imported_on: UnixTime,
    /// The initial install version.
    pub initial_install_version: String,
    /// The migrated from.
    pub migrated_from: String,
    /// Migrated on, as a Unix time.
    pub migrated_on: UnixTime,
    /// The recent flag: 0 or 1.
    pub recent: Flag,
    /// The rel path.
    pub rel_path: String,
    /// The site URL.
    pub site_url: String,
}

/// What `addon_name` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum AddonName {
    /// `cPanel::Blogs::WordPress`.
    #[word("cPanel::Blogs::WordPress")]
    CPanelBlogsWordPress,
    /// `cPanel::Blogs::WordPressX`.
    #[word("cPanel::Blogs::WordPressX")]
    CPanelBlogsWordPressX,
    /// `cPanel::Blogs::WordPressUnmanaged`.
    #[word("cPanel::Blogs::WordPressUnmanaged")]
    CPanelBlogsWordPressUnmanaged,
}

/// What `addon_type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum AddonType {
    /// `modern`.
    #[word("modern")]
    Modern,
    /// `legacy`.
    #[word("legacy")]
    Legacy,
    /// `unmanaged`.
    #[word("unmanaged")]
    Unmanaged,
}

/// What `db_type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum DbType {
    /// `mysql`.
    #[word("mysql")]
    Mysql,
}

/// See [`Params`].
pub struct GetInstances;

impl Function for GetInstances {
    const NAME: &'static str = "get_instances";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
