//! `set_autossl_metadata`

use api::{Cx, Effect, Function, Input, JsonText, Needs, Result, Value, reply};

/// Sets the AutoSSL settings as one object.
#[derive(Input)]
pub struct Params {
    /// Object with any of: `clobber_externally_signed`, `notify_autossl_expiry`,
    /// `notify_autossl_expiry_coverage`, `notify_autossl_expiry_coverage_user`,
    /// `notify_autossl_expiry_user`, `notify_autossl_renewal`, `notify_autossl_renewal_coverage`,
    /// `notify_autossl_renewal_coverage_reduced`, `notify_autossl_renewal_coverage_reduced_user`,
    /// `notify_autossl_renewal_coverage_user`, `notify_autossl_renewal_uncovered_domains`,
    /// `notify_autossl_renewal_uncovered_domains_user`, `notify_autossl_renewal_user`; each 0 or 1
    /// (also as strings).
    pub metadata_json: JsonText<Value>,
}

/// See [`Params`].
pub struct SetAutosslMetadata;

impl Function for SetAutosslMetadata {
    const NAME: &'static str = "set_autossl_metadata";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
