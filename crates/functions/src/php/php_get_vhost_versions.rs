//! `php_get_vhost_versions`

use api::{Acl, Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Lists PHP version and PHP-FPM state of the caller's virtual hosts.
#[derive(Input)]
pub struct Params;

/// What `php_get_vhost_versions` answers.
#[derive(Output)]
pub struct Reply {
    /// The versions.
    pub versions: Vec<Version>,
}

/// One item of `versions`.
#[derive(Output)]
pub struct Version {
    /// The account.
    pub account: String,
    /// The account owner.
    pub account_owner: String,
    /// The documentroot.
    pub documentroot: String,
    /// The homedir.
    pub homedir: String,
    /// Whether it is suspended.
    pub is_suspended: Flag,
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
    #[param(absent)]
    pub domain: Option<String>,
    /// The system default flag: 0 or 1.
    #[param(absent)]
    pub system_default: Option<Flag>,
}

/// See [`Params`].
pub struct PhpGetVhostVersions;

impl Function for PhpGetVhostVersions {
    const NAME: &'static str = "php_get_vhost_versions";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ListAccts]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
