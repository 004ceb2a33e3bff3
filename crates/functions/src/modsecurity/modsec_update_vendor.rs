//! `modsec_update_vendor`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Url, reply};

/// Update a vendor to the current version of its rule set.
#[derive(Input)]
pub struct Params {
    /// The vendor's YAML metadata file.
    pub url: Url,
}

/// What `modsec_update_vendor` answers.
#[derive(Output)]
pub struct Reply {
    /// The diagnostics.
    pub diagnostics: Diagnostics,
    /// The vendor.
    pub vendor: Vendor,
}

/// The diagnostics.
#[derive(Output)]
pub struct Diagnostics {
    /// The added configs.
    pub added_configs: Vec<String>,
    /// The deleted configs.
    pub deleted_configs: Vec<String>,
    /// The new configs.
    pub new_configs: Vec<NewConfig>,
    /// The prev configs.
    pub prev_configs: Vec<PrevConfig>,
}

/// One item of `new_configs`.
#[derive(Output)]
pub struct NewConfig {
    /// The active flag: 0 or 1.
    pub active: Flag,
    /// The configuration.
    pub config: String,
    /// The vendor ID.
    pub vendor_id: String,
}

/// One item of `prev_configs`.
#[derive(Output)]
pub struct PrevConfig {
    /// The configuration.
    pub config: String,
}

/// The vendor.
#[derive(Output)]
pub struct Vendor {
    /// The archive URL.
    pub archive_url: String,
    /// The cPanel provided flag: 0 or 1.
    pub cpanel_provided: Flag,
    /// The description.
    pub description: String,
    /// The dist md5.
    pub dist_md5: String,
    /// The enabled flag: 0 or 1.
    pub enabled: Flag,
    /// The inst dist.
    pub inst_dist: String,
    /// The installed flag: 0 or 1.
    pub installed: Flag,
    /// The installed from.
    pub installed_from: String,
    /// The name.
    pub name: String,
    /// The path.
    pub path: String,
    /// The report URL.
    #[param(absent)]
    pub report_url: Option<String>,
    /// The vendor ID.
    pub vendor_id: String,
    /// The vendor URL.
    pub vendor_url: String,
}

/// See [`Params`].
pub struct ModsecUpdateVendor;

impl Function for ModsecUpdateVendor {
    const NAME: &'static str = "modsec_update_vendor";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
