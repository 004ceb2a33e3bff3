//! `modsec_disable_vendor`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Disable a vendor rule set.
#[derive(Input)]
pub struct Params {
    /// The vendor's unique short name.
    pub vendor_id: String,
}

/// See [`Params`].
pub struct ModsecDisableVendor;

impl Function for ModsecDisableVendor {
    const NAME: &'static str = "modsec_disable_vendor";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
