//! `modsec_remove_rule`

use api::{Cx, Effect, FilePath, Function, Input, Needs, Result, reply};

/// Remove a rule from a configuration file.
#[derive(Input)]
pub struct Params {
    /// Path relative to the Apache configuration directory, e.g. modsec2.user.conf or
    /// `modsec_vendor_configs/VENDOR/one.conf`.
    pub config: FilePath,
    /// Rule id; at least 1.
    pub id: i64,
}

/// See [`Params`].
pub struct ModsecRemoveRule;

impl Function for ModsecRemoveRule {
    const NAME: &'static str = "modsec_remove_rule";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
