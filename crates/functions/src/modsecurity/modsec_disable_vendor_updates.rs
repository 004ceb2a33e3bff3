//! `modsec_disable_vendor_updates`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Stop automatic updates of a vendor rule set.
#[derive(Input)]
pub struct Params {
    /// The vendor's unique short name.
    pub vendor_id: String,
}

/// See [`Params`].
pub struct ModsecDisableVendorUpdates;

impl Function for ModsecDisableVendorUpdates {
    const NAME: &'static str = "modsec_disable_vendor_updates";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
