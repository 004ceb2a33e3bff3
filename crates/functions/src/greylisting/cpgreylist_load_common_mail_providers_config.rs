//! `cpgreylist_load_common_mail_providers_config`

use std::collections::BTreeMap;

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Returns the common mail providers and how they are trusted.
#[derive(Input)]
pub struct Params;

/// What `cpgreylist_load_common_mail_providers_config` answers.
#[derive(Output)]
pub struct Reply {
    /// The autotrust new common mail providers flag: 0 or 1.
    pub autotrust_new_common_mail_providers: Flag,
    /// The common mail providers.
    pub common_mail_providers: BTreeMap<String, CommonMailProvider>,
}

/// One item of `common_mail_providers`.
#[derive(Output)]
pub struct CommonMailProvider {
    /// The autoupdate flag: 0 or 1.
    pub autoupdate: Flag,
    /// The display name.
    pub display_name: String,
    /// Whether it is trusted.
    pub is_trusted: Flag,
}

/// See [`Params`].
pub struct CpgreylistLoadCommonMailProvidersConfig;

impl Function for CpgreylistLoadCommonMailProvidersConfig {
    const NAME: &'static str = "cpgreylist_load_common_mail_providers_config";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
