//! `modsec_get_vendors`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// List the configured vendors with their configuration files.
#[derive(Input)]
pub struct Params;

/// What `modsec_get_vendors` answers.
#[derive(Output)]
pub struct Reply {
    /// The vendors.
    pub vendors: Vec<Vendor>,
}

/// One item of `vendors`.
#[derive(Output)]
pub struct Vendor {
    /// The archive URL.
    pub archive_url: String,
    /// The configs.
    pub configs: Vec<Config>,
    /// The cPanel provided flag: 0 or 1.
    pub cpanel_provided: Flag,
    /// The description.
    pub description: String,
    /// The dist md5.
    pub dist_md5: String,
    /// The dist sha512.
    pub dist_sha512: String,
    /// The enabled flag: 0 or 1.
    pub enabled: Flag,
    /// The in use.
    pub in_use: i64,
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
    /// The supported versions.
    pub supported_versions: Vec<String>,
    /// The update flag: 0 or 1.
    pub update: Flag,
    /// The vendor ID.
    pub vendor_id: String,
    /// The vendor URL.
    pub vendor_url: String,
}

/// One item of `configs`.
#[derive(Output)]
pub struct Config {
    /// The active flag: 0 or 1.
    pub active: Flag,
    /// The configuration.
    pub config: String,
    /// The vendor ID.
    pub vendor_id: String,
}

/// See [`Params`].
pub struct ModsecGetVendors;

impl Function for ModsecGetVendors {
    const NAME: &'static str = "modsec_get_vendors";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
