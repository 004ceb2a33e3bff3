//! `modsec_deploy_settings_changes`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Make staged global settings live; restart Apache.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct ModsecDeploySettingsChanges;

impl Function for ModsecDeploySettingsChanges {
    const NAME: &'static str = "modsec_deploy_settings_changes";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
