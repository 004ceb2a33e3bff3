//! `modsec_undisable_rule`

use api::{Cx, Effect, FilePath, Function, Input, Needs, Result, reply};

/// Enable a disabled rule again.
#[derive(Input)]
pub struct Params {
    /// Path relative to the Apache configuration directory, e.g. modsec2.user.conf or
    /// `modsec_vendor_configs/VENDOR/one.conf`.
    pub config: FilePath,
    /// Rule id; typed string here, int in other functions.
    pub id: String,
}

/// See [`Params`].
pub struct ModsecUndisableRule;

impl Function for ModsecUndisableRule {
    const NAME: &'static str = "modsec_undisable_rule";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
