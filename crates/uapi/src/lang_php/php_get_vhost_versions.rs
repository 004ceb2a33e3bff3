//! `LangPHP::php_get_vhost_versions`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// `LangPHP::php_get_vhost_versions`.
#[derive(Input)]
pub struct Params {
    /// The virtual host.
    pub vhost: Option<String>,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The account.
    pub account: String,
    /// The account owner.
    pub account_owner: String,
    /// The documentroot.
    pub documentroot: String,
    /// The homedir.
    pub homedir: String,
    /// The main domain flag: 0 or 1.
    pub main_domain: Flag,
    /// The PHP FPM flag: 0 or 1.
    pub php_fpm: Flag,
    /// The PHP FPM pool parms.
    pub php_fpm_pool_parms: PhpFpmPoolParms,
    /// The phpversion source.
    pub phpversion_source: Vec<PhpversionSource>,
    /// The version.
    pub version: String,
    /// The virtual host.
    pub vhost: String,
}

/// The PHP FPM pool parms.
#[derive(Output)]
pub struct PhpFpmPoolParms {
    /// The pm max children.
    pub pm_max_children: i64,
    /// The pm max requests.
    pub pm_max_requests: i64,
    /// The pm process idle timeout.
    pub pm_process_idle_timeout: i64,
}

/// One item of `phpversion_source`.
#[derive(Output)]
pub struct PhpversionSource {
    /// The domain.
    pub domain: String,
    /// The system default flag: 0 or 1.
    pub system_default: Flag,
}

/// See [`Params`].
pub struct PhpGetVhostVersions;

impl Function for PhpGetVhostVersions {
    const NAME: &'static str = "php_get_vhost_versions";
    const NEEDS: Needs = Needs::Features(&["multiphp"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
