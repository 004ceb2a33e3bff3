//! `cpgreylist_save_common_mail_providers_config`

use std::collections::BTreeMap;

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Sets whether new providers and new addresses of providers get trusted.
#[derive(Input)]
pub struct Params {
    /// The autotrust new common mail providers flag: 0 or 1.
    #[param(default = 1)]
    pub autotrust_new_common_mail_providers: Flag,
    /// Values by name: X: a provider key (`google=0`), any number of them; 1: trust new addresses
    /// of that provider; a provider left out is unchanged; the reference writes PROVIDERKEY.
    #[param(rest)]
    pub rest: BTreeMap<String, String>,
}

/// What `cpgreylist_save_common_mail_providers_config` answers.
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
pub struct CpgreylistSaveCommonMailProvidersConfig;

impl Function for CpgreylistSaveCommonMailProvidersConfig {
    const NAME: &'static str = "cpgreylist_save_common_mail_providers_config";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
