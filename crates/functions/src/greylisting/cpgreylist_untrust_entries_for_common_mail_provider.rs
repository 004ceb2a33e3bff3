//! `cpgreylist_untrust_entries_for_common_mail_provider`

use std::collections::BTreeMap;

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Marks the addresses of common mail providers as not trusted.
#[derive(Input)]
pub struct Params {
    /// Provider key, e.g. cpanel. One or several.
    #[param(family)]
    pub provider: Vec<String>,
}

/// What `cpgreylist_untrust_entries_for_common_mail_provider` answers.
#[derive(Output)]
pub struct Reply {
    /// The providers failed.
    pub providers_failed: BTreeMap<String, String>,
    /// The providers untrusted.
    pub providers_untrusted: BTreeMap<String, ProvidersUntrusted>,
}

/// One item of `providers_untrusted`.
#[derive(Output)]
pub struct ProvidersUntrusted {
    /// The IP addresses untrusted.
    pub ips_untrusted: i64,
}

/// See [`Params`].
pub struct CpgreylistUntrustEntriesForCommonMailProvider;

impl Function for CpgreylistUntrustEntriesForCommonMailProvider {
    const NAME: &'static str = "cpgreylist_untrust_entries_for_common_mail_provider";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
