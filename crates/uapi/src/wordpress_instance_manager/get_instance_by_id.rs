//! `WordPressInstanceManager::get_instance_by_id`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, UnixTime, Word, reply};

/// `WordPressInstanceManager::get_instance_by_id`.
#[derive(Input)]
pub struct Params {
    /// The ID.
    pub id: String,
}

/// What `get_instance_by_id` answers.
#[derive(Output)]
pub struct Reply {
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
    /// The admins.
    pub admins: Vec<Admin>,
    /// The autoupdate flag: 0 or 1.
    pub autoupdate: Flag,
    /// The autoupdate core has filter flag: 0 or 1.
    #[param(name = "autoupdate.core.has_filter")]
    pub autoupdate_core_has_filter: Flag,
    /// The autoupdate core major flag: 0 or 1.
    #[param(name = "autoupdate.core.major")]
    pub autoupdate_core_major: Flag,
    /// The autoupdate core minor flag: 0 or 1.
    #[param(name = "autoupdate.core.minor")]
    pub autoupdate_core_minor: Flag,
    /// The available version.
    pub available_version: String,
    /// Created on, as a Unix time.
    pub created_on: UnixTime,
    /// The current version.
    pub current_version: String,
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
    /// The initial install version.
    pub initial_install_version: String,
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

/// One item of `admins`.
#[derive(Output)]
pub struct Admin {
    /// The ID.
    #[param(name = "ID")]
    pub id: i64,
    /// The display name.
    pub display_name: String,
    /// The user email.
    pub user_email: String,
    /// The user login.
    pub user_login: String,
    /// The user nicename.
    pub user_nicename: String,
    /// The user status flag: 0 or 1.
    pub user_status: Flag,
}

/// What `db_type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum DbType {
    /// `mysql`.
    #[word("mysql")]
    Mysql,
}

/// See [`Params`].
pub struct GetInstanceById;

impl Function for GetInstanceById {
    const NAME: &'static str = "get_instance_by_id";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
