//! `php_set_vhost_versions`

use api::{
    Acl, Cx, DomainName, Effect, Flag, Function, Input, JsonText, Needs, Result, Value, reply,
};

/// Sets PHP version and PHP-FPM of virtual hosts.
#[derive(Input)]
pub struct Params {
    /// PHP package name: `ea-phpNN`, inherit, or any custom package name; the schema lists
    /// ea-php54, 55, 56, 70, 71, 72 and inherit, the text allows any.
    pub version: String,
    /// The virtual host. One or several.
    #[param(family)]
    pub vhost: Vec<DomainName>,
    /// The PHP FPM flag: 0 or 1.
    #[param(default = 0)]
    pub php_fpm: Flag,
    /// Object with all of `pm_max_children` (default 5), `pm_max_requests` (20),
    /// `pm_process_idle_timeout` (10), ints.
    pub php_fpm_pool_parms: Option<JsonText<Value>>,
}

/// See [`Params`].
pub struct PhpSetVhostVersions;

impl Function for PhpSetVhostVersions {
    const NAME: &'static str = "php_set_vhost_versions";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditAccount]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
