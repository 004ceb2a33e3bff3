//! `WordPressInstanceManager::get_latest_wordpress_version_from_wordpress_org`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Value, reply};

/// `WordPressInstanceManager::get_latest_wordpress_version_from_wordpress_org`.
#[derive(Input)]
pub struct Params {
    /// The cache time.
    #[param(default = 86400)]
    pub cache_time: i64,
    /// The force flag: 0 or 1.
    #[param(default = 0)]
    pub force: Flag,
}

/// What `get_latest_wordpress_version_from_wordpress_org` answers.
#[derive(Output)]
pub struct Reply {
    /// The offers.
    pub offers: Vec<Offer>,
    /// The translations.
    pub translations: Vec<String>,
}

/// One item of `offers`.
#[derive(Output)]
pub struct Offer {
    /// The current.
    pub current: Value,
    /// The download.
    pub download: Value,
    /// The locale.
    pub locale: Value,
    /// The MySQL version.
    pub mysql_version: Value,
    /// The new bundled.
    pub new_bundled: Value,
    /// The packages.
    pub packages: Packages,
    /// The partial version.
    pub partial_version: Value,
    /// The PHP version.
    pub php_version: Value,
    /// The response.
    pub response: Value,
    /// The version.
    pub version: Value,
}

/// The packages.
#[derive(Output)]
pub struct Packages {
    /// The full.
    pub full: Value,
    /// The new bundled.
    pub new_bundled: Value,
    /// The no content.
    pub no_content: Value,
    /// The partial.
    pub partial: Value,
    /// The rollback.
    pub rollback: Value,
}

/// See [`Params`].
pub struct GetLatestWordpressVersionFromWordpressOrg;

impl Function for GetLatestWordpressVersionFromWordpressOrg {
    const NAME: &'static str = "get_latest_wordpress_version_from_wordpress_org";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
