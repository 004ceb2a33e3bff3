//! `modsec_preview_vendor`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Url, reply};

/// Return a vendor's metadata without installing it.
#[derive(Input)]
pub struct Params {
    /// YAML metadata file; its name must be `meta_VENDORID.yaml`.
    pub url: Url,
}

/// What `modsec_preview_vendor` answers.
#[derive(Output)]
pub struct Reply {
    /// The archive URL.
    pub archive_url: String,
    /// The cPanel provided flag: 0 or 1.
    pub cpanel_provided: Flag,
    /// The description.
    pub description: String,
    /// The dist md5.
    pub dist_md5: String,
    /// The dist sha512.
    pub dist_sha512: String,
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
    /// The vendor ID.
    pub vendor_id: String,
    /// The vendor URL.
    pub vendor_url: String,
}

/// See [`Params`].
pub struct ModsecPreviewVendor;

impl Function for ModsecPreviewVendor {
    const NAME: &'static str = "modsec_preview_vendor";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
