//! `WordPressInstanceManager::configure_autoupdate`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, UnixTime, Word, reply};

/// `WordPressInstanceManager::configure_autoupdate`.
#[derive(Input)]
pub struct Params {
    /// The autoupdate core major flag: 0 or 1.
    #[param(name = "autoupdate.core.major")]
    pub autoupdate_core_major: Flag,
    /// The autoupdate core minor flag: 0 or 1.
    #[param(name = "autoupdate.core.minor")]
    pub autoupdate_core_minor: Flag,
    /// The ID.
    pub id: String,
}

/// What `configure_autoupdate` answers.
#[derive(Output)]
pub struct Reply {
    /// The after.
    pub after: After,
    /// The before.
    pub before: Before,
}

/// The after.
#[derive(Output)]
pub struct After {
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
    pub available_version: String,
    /// The current version.
    pub current_version: String,
    /// The database name.
    pub db_name: String,
    /// The database prefix.
    pub db_prefix: String,
    /// The database server.
    pub db_server: String,
    /// The database type.
    pub db_type: String,
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
    /// The migrated from.
    pub migrated_from: String,
    /// Migrated on, as a Unix time.
    pub migrated_on: UnixTime,
    /// The rel path.
    pub rel_path: String,
    /// The site URL.
    pub site_url: String,
}

/// What `addon_name` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum AddonName {
    /// `cPanel::Blogs::WordPressX`.
    #[word("cPanel::Blogs::WordPressX")]
    CPanelBlogsWordPressX,
}

/// What `addon_type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum AddonType {
    /// `modern`.
    #[word("modern")]
    Modern,
}

/// The before.
#[derive(Output)]
pub struct Before {
    /// The addon configuration.
    pub addon_config: String,
    /// The addon name.
    pub addon_name: String,
    /// The addon type.
    pub addon_type: AddonTypeWord,
    /// The admin URL.
    pub admin_url: String,
    /// The admin username.
    pub admin_username: String,
    /// The available version.
    pub available_version: String,
    /// The current version.
    pub current_version: String,
    /// The database name.
    pub db_name: String,
    /// The database prefix.
    pub db_prefix: String,
    /// The database server.
    pub db_server: String,
    /// The database type.
    pub db_type: String,
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
    /// The rel path.
    pub rel_path: String,
    /// The site URL.
    pub site_url: String,
}

/// What `addon_type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum AddonTypeWord {
    /// `legacy`.
    #[word("legacy")]
    Legacy,
}

/// See [`Params`].
pub struct ConfigureAutoupdate;

impl Function for ConfigureAutoupdate {
    const NAME: &'static str = "configure_autoupdate";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
