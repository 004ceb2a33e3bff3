//! `php_set_system_default_version`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Sets the default PHP package of the system.
#[derive(Input)]
pub struct Params {
    /// PHP package name: `ea-phpNN`, inherit, or any custom package name.
    pub version: String,
}

/// See [`Params`].
pub struct PhpSetSystemDefaultVersion;

impl Function for PhpSetSystemDefaultVersion {
    const NAME: &'static str = "php_set_system_default_version";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
