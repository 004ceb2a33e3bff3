//! `modsec_disable_rule`

use api::{Cx, Effect, FilePath, Function, Input, Needs, Result, reply};

/// Disable one rule by id.
#[derive(Input)]
pub struct Params {
    /// Path relative to the Apache configuration directory, e.g. modsec2.user.conf or
    /// `modsec_vendor_configs/VENDOR/one.conf`.
    pub config: FilePath,
    /// Rule id; typed string here, int in other functions.
    pub id: String,
}

/// See [`Params`].
pub struct ModsecDisableRule;

impl Function for ModsecDisableRule {
    const NAME: &'static str = "modsec_disable_rule";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
