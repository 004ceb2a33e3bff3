//! `WordPressInstanceManager::is_installable_addon_available`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result, reply};

/// `WordPressInstanceManager::is_installable_addon_available`.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct IsInstallableAddonAvailable;

impl Function for IsInstallableAddonAvailable {
    const NAME: &'static str = "is_installable_addon_available";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Flag;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
