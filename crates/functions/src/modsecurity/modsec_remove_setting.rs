//! `modsec_remove_setting`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Remove a global directive.
#[derive(Input)]
pub struct Params {
    /// As in `modsec_get_settings`; 0 to 9.
    pub setting_id: i64,
}

/// See [`Params`].
pub struct ModsecRemoveSetting;

impl Function for ModsecRemoveSetting {
    const NAME: &'static str = "modsec_remove_setting";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
