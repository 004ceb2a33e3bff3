//! `get_autossl_metadata`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Returns the AutoSSL settings.
#[derive(Input)]
pub struct Params;

/// What `get_autossl_metadata` answers.
#[derive(Output)]
pub struct Reply {
    /// The payload.
    pub payload: Payload,
}

/// The payload.
#[derive(Output)]
pub struct Payload {
    /// The clobber externally signed flag: 0 or 1.
    pub clobber_externally_signed: Flag,
    /// The notify autossl expiry flag: 0 or 1.
    pub notify_autossl_expiry: Flag,
    /// The notify autossl expiry coverage flag: 0 or 1.
    pub notify_autossl_expiry_coverage: Flag,
    /// The notify autossl expiry coverage user flag: 0 or 1.
    pub notify_autossl_expiry_coverage_user: Flag,
    /// The notify autossl expiry user flag: 0 or 1.
    pub notify_autossl_expiry_user: Flag,
    /// The notify autossl renewal flag: 0 or 1.
    pub notify_autossl_renewal: Flag,
    /// The notify autossl renewal coverage flag: 0 or 1.
    pub notify_autossl_renewal_coverage: Flag,
    /// The notify autossl renewal coverage reduced flag: 0 or 1.
    pub notify_autossl_renewal_coverage_reduced: Flag,
    /// The notify autossl renewal coverage reduced user flag: 0 or 1.
    pub notify_autossl_renewal_coverage_reduced_user: Flag,
    /// The notify autossl renewal coverage user flag: 0 or 1.
    pub notify_autossl_renewal_coverage_user: Flag,
    /// The notify autossl renewal uncovered domains flag: 0 or 1.
    pub notify_autossl_renewal_uncovered_domains: Flag,
    /// The notify autossl renewal uncovered domains user flag: 0 or 1.
    pub notify_autossl_renewal_uncovered_domains_user: Flag,
    /// The notify autossl renewal user flag: 0 or 1.
    pub notify_autossl_renewal_user: Flag,
}

/// See [`Params`].
pub struct GetAutosslMetadata;

impl Function for GetAutosslMetadata {
    const NAME: &'static str = "get_autossl_metadata";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
