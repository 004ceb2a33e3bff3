//! `cpgreylist_trust_entries_for_common_mail_provider`

use std::collections::BTreeMap;

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Marks the addresses of common mail providers as trusted.
#[derive(Input)]
pub struct Params {
    /// Provider key, e.g. cpanel. One or several.
    #[param(family)]
    pub provider: Vec<String>,
}

/// What `cpgreylist_trust_entries_for_common_mail_provider` answers.
#[derive(Output)]
pub struct Reply {
    /// The providers failed.
    pub providers_failed: BTreeMap<String, String>,
    /// The providers trusted.
    pub providers_trusted: BTreeMap<String, ProvidersTrusted>,
}

/// One item of `providers_trusted`.
#[derive(Output)]
pub struct ProvidersTrusted {
    /// The IP addresses trusted.
    pub ips_trusted: i64,
}

/// See [`Params`].
pub struct CpgreylistTrustEntriesForCommonMailProvider;

impl Function for CpgreylistTrustEntriesForCommonMailProvider {
    const NAME: &'static str = "cpgreylist_trust_entries_for_common_mail_provider";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
