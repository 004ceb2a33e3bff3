//! `php_get_vhosts_by_version`

use api::{Acl, Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Lists virtual hosts that use a PHP version.
#[derive(Input)]
pub struct Params {
    /// PHP package name: `ea-phpNN`, inherit, or any custom package name.
    pub version: String,
}

/// What `php_get_vhosts_by_version` answers.
#[derive(Output)]
pub struct Reply {
    /// The virtual hosts.
    pub vhosts: Vec<String>,
}

/// See [`Params`].
pub struct PhpGetVhostsByVersion;

impl Function for PhpGetVhostsByVersion {
    const NAME: &'static str = "php_get_vhosts_by_version";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ListAccts]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
