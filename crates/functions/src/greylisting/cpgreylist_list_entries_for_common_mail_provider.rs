//! `cpgreylist_list_entries_for_common_mail_provider`

use std::collections::BTreeMap;

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Lists the addresses known for common mail providers.
#[derive(Input)]
pub struct Params {
    /// Provider key, e.g. cpanel. One or several.
    #[param(family)]
    pub provider: Vec<String>,
}

/// What `cpgreylist_list_entries_for_common_mail_provider` answers.
#[derive(Output)]
pub struct Reply {
    /// The providers.
    pub providers: BTreeMap<String, Provider>,
    /// The providers failed.
    pub providers_failed: BTreeMap<String, String>,
}

/// One item of `providers`.
#[derive(Output)]
pub struct Provider {
    /// The IP addresses.
    pub ips: Vec<Ips>,
}

/// One item of `ips`.
#[derive(Output)]
pub struct Ips {
    /// The create time.
    pub create_time: String,
    /// The host IP address.
    pub host_ip: String,
    /// Whether it is trusted.
    pub is_trusted: Flag,
    /// The provider ID.
    pub provider_id: i64,
}

/// See [`Params`].
pub struct CpgreylistListEntriesForCommonMailProvider;

impl Function for CpgreylistListEntriesForCommonMailProvider {
    const NAME: &'static str = "cpgreylist_list_entries_for_common_mail_provider";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
