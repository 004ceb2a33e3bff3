//! `set_autossl_metadata_key`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result, Word, reply};

/// Sets one AutoSSL setting.
#[derive(Input)]
pub struct Params {
    /// The key.
    pub key: Key,
    /// The value flag: 0 or 1.
    pub value: Flag,
}

/// What `key` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Key {
    /// `clobber_externally_signed`.
    #[word("clobber_externally_signed")]
    ClobberExternallySigned,
    /// `notify_autossl_expiry`.
    #[word("notify_autossl_expiry")]
    NotifyAutosslExpiry,
    /// `notify_autossl_expiry_coverage`.
    #[word("notify_autossl_expiry_coverage")]
    NotifyAutosslExpiryCoverage,
    /// `notify_autossl_expiry_coverage_user`.
    #[word("notify_autossl_expiry_coverage_user")]
    NotifyAutosslExpiryCoverageUser,
    /// `notify_autossl_renewal`.
    #[word("notify_autossl_renewal")]
    NotifyAutosslRenewal,
    /// `notify_autossl_renewal_user`.
    #[word("notify_autossl_renewal_user")]
    NotifyAutosslRenewalUser,
    /// `notify_autossl_renewal_coverage`.
    #[word("notify_autossl_renewal_coverage")]
    NotifyAutosslRenewalCoverage,
    /// `notify_autossl_renewal_coverage_user`.
    #[word("notify_autossl_renewal_coverage_user")]
    NotifyAutosslRenewalCoverageUser,
    /// `notify_autossl_renewal_coverage_reduced`.
    #[word("notify_autossl_renewal_coverage_reduced")]
    NotifyAutosslRenewalCoverageReduced,
    /// `notify_autossl_renewal_coverage_reduced_user`.
    #[word("notify_autossl_renewal_coverage_reduced_user")]
    NotifyAutosslRenewalCoverageReducedUser,
    /// `notify_autossl_renewal_uncovered_domains`.
    #[word("notify_autossl_renewal_uncovered_domains")]
    NotifyAutosslRenewalUncoveredDomains,
    /// `notify_autossl_renewal_uncovered_domains_user`.
    #[word("notify_autossl_renewal_uncovered_domains_user")]
    NotifyAutosslRenewalUncoveredDomainsUser,
}

/// See [`Params`].
pub struct SetAutosslMetadataKey;

impl Function for SetAutosslMetadataKey {
    const NAME: &'static str = "set_autossl_metadata_key";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
