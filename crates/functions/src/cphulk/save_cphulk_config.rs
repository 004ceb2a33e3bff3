//! `save_cphulk_config`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Changes cPHulk settings.
#[derive(Input)]
pub struct Params {
    /// The block brute force with firewall flag: 0 or 1.
    #[param(default = 0)]
    pub block_brute_force_with_firewall: Flag,
    /// The block excessive brute force with firewall flag: 0 or 1.
    #[param(default = 0)]
    pub block_excessive_brute_force_with_firewall: Flag,
    /// The brute force period mins: 1 or more.
    #[param(default = 5)]
    pub brute_force_period_mins: i64,
    /// The command to run on brute force.
    #[param(default = "")]
    pub command_to_run_on_brute_force: String,
    /// Runs on a one-day block.
    #[param(default = "")]
    pub command_to_run_on_excessive_brute_force: String,
    /// 0 rules out both firewall parameters and `ip_brute_force_period_mins`.
    #[param(default = 1)]
    pub ip_based_protection: Flag,
    /// The IP address brute force period mins: 1 or more.
    #[param(default = 15)]
    pub ip_brute_force_period_mins: i64,
    /// The lookback period min: 0 or more.
    #[param(default = 360)]
    pub lookback_period_min: i64,
    /// Failures before a two-week block.
    #[param(default = 30)]
    pub mark_as_brute: i64,
    /// The max failures: per account.
    #[param(default = 30)]
    pub max_failures: i64,
    /// The max failures byip.
    #[param(default = 5)]
    pub max_failures_byip: i64,
    /// The notify on brute flag: 0 or 1.
    #[param(default = 0)]
    pub notify_on_brute: Flag,
    /// Notify on root login: root login from an address off the white list.
    #[param(default = 0)]
    pub notify_on_root_login: Flag,
    /// The notify on root login for known netblock flag: 0 or 1.
    #[param(default = 0)]
    pub notify_on_root_login_for_known_netblock: Flag,
    /// 1: do not check that cPHulk runs.
    #[param(default = 0)]
    pub skip_enabled_check: Flag,
    /// The username based protection flag: 0 or 1.
    #[param(default = 0)]
    pub username_based_protection: Flag,
    /// 1: may lock root out.
    #[param(default = 0)]
    pub username_based_protection_for_root: Flag,
    /// The username based protection local origin flag: 0 or 1.
    #[param(default = 1)]
    pub username_based_protection_local_origin: Flag,
}

/// What `save_cphulk_config` answers.
#[derive(Output)]
pub struct Reply {
    /// The cphulk configuration.
    pub cphulk_config: CphulkConfig,
    /// The restart SSH flag: 0 or 1.
    #[param(absent)]
    pub restart_ssh: Option<Flag>,
    /// The warning.
    #[param(absent)]
    pub warning: Option<String>,
}

/// The cphulk configuration.
#[derive(Output)]
pub struct CphulkConfig {
    /// The block brute force with firewall flag: 0 or 1.
    pub block_brute_force_with_firewall: Flag,
    /// The block excessive brute force with firewall flag: 0 or 1.
    pub block_excessive_brute_force_with_firewall: Flag,
    /// The brute force period mins.
    pub brute_force_period_mins: i64,
    /// The brute force period sec.
    pub brute_force_period_sec: i64,
    /// The can temp ban firewall flag: 0 or 1.
    pub can_temp_ban_firewall: Flag,
    /// The command to run on brute force.
    pub command_to_run_on_brute_force: String,
    /// The command to run on excessive brute force.
    pub command_to_run_on_excessive_brute_force: String,
    /// The IP address based protection flag: 0 or 1.
    pub ip_based_protection: Flag,
    /// The IP address brute force period mins.
    pub ip_brute_force_period_mins: i64,
    /// The IP address brute force period sec.
    pub ip_brute_force_period_sec: i64,
    /// Whether it is enabled.
    pub is_enabled: Flag,
    /// The lookback period min.
    pub lookback_period_min: i64,
    /// The lookback time.
    pub lookback_time: i64,
    /// The mark as brute.
    pub mark_as_brute: i64,
    /// The max failures.
    pub max_failures: i64,
    /// The max failures byip.
    pub max_failures_byip: i64,
    /// The notify on brute flag: 0 or 1.
    pub notify_on_brute: Flag,
    /// The notify on root login flag: 0 or 1.
    pub notify_on_root_login: Flag,
    /// The notify on root login for known netblock flag: 0 or 1.
    pub notify_on_root_login_for_known_netblock: Flag,
    /// The username based protection flag: 0 or 1.
    pub username_based_protection: Flag,
    /// The username based protection for root flag: 0 or 1.
    pub username_based_protection_for_root: Flag,
    /// The username based protection local origin flag: 0 or 1.
    pub username_based_protection_local_origin: Flag,
}

/// See [`Params`].
pub struct SaveCphulkConfig;

impl Function for SaveCphulkConfig {
    const NAME: &'static str = "save_cphulk_config";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
