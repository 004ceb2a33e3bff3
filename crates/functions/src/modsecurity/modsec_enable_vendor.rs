//! `modsec_enable_vendor`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Enable a vendor rule set.
#[derive(Input)]
pub struct Params {
    /// The vendor's unique short name.
    pub vendor_id: String,
}

/// See [`Params`].
pub struct ModsecEnableVendor;

impl Function for ModsecEnableVendor {
    const NAME: &'static str = "modsec_enable_vendor";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
