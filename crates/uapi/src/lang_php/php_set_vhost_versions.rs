//! `LangPHP::php_set_vhost_versions`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Output, Result, reply};

/// `LangPHP::php_set_vhost_versions`.
#[derive(Input)]
pub struct Params {
    /// The version.
    pub version: String,
    /// The virtual host.
    pub vhost: DomainName,
}

/// What `php_set_vhost_versions` answers.
#[derive(Output)]
pub struct Reply {
    /// The virtual hosts.
    pub vhosts: Vec<String>,
}

/// See [`Params`].
pub struct PhpSetVhostVersions;

impl Function for PhpSetVhostVersions {
    const NAME: &'static str = "php_set_vhost_versions";
    const NEEDS: Needs = Needs::Features(&["multiphp"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
