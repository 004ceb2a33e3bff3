//! `modsec_deploy_rule_changes`

use api::{Cx, Effect, FilePath, Function, Input, Needs, Result, reply};

/// Make one configuration file's staged changes live; restart Apache.
#[derive(Input)]
pub struct Params {
    /// Path relative to the Apache configuration directory, e.g. modsec2.user.conf or
    /// `modsec_vendor_configs/VENDOR/one.conf`.
    pub config: FilePath,
}

/// See [`Params`].
pub struct ModsecDeployRuleChanges;

impl Function for ModsecDeployRuleChanges {
    const NAME: &'static str = "modsec_deploy_rule_changes";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
