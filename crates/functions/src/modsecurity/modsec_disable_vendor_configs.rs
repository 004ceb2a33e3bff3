//! `modsec_disable_vendor_configs`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Make all configuration files of a vendor inactive.
#[derive(Input)]
pub struct Params {
    /// The vendor's unique short name.
    pub vendor_id: String,
}

/// What `modsec_disable_vendor_configs` answers.
#[derive(Output)]
pub struct Reply {
    /// The outcomes.
    pub outcomes: Vec<Outcome>,
}

/// One item of `outcomes`.
#[derive(Output)]
pub struct Outcome {
    /// The active flag: 0 or 1.
    pub active: Flag,
    /// The configuration.
    pub config: String,
    /// The exception.
    #[param(absent)]
    pub exception: Option<String>,
    /// The ok flag: 0 or 1.
    pub ok: Flag,
}

/// See [`Params`].
pub struct ModsecDisableVendorConfigs;

impl Function for ModsecDisableVendorConfigs {
    const NAME: &'static str = "modsec_disable_vendor_configs";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
