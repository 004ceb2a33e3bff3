//! `set_cphulk_config_key`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// Changes one cPHulk setting.
#[derive(Input)]
pub struct Params {
    /// The key.
    pub key: Key,
    /// By key: 0 or 1; a whole number (minutes, seconds or failures); a command; comma-separated
    /// country codes.
    pub value: String,
}

/// What `key` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Key {
    /// `block_brute_force_with_firewall`.
    #[word("block_brute_force_with_firewall")]
    BlockBruteForceWithFirewall,
    /// `block_excessive_brute_force_with_firewall`.
    #[word("block_excessive_brute_force_with_firewall")]
    BlockExcessiveBruteForceWithFirewall,
    /// `brute_force_period_mins`.
    #[word("brute_force_period_mins")]
    BruteForcePeriodMins,
    /// `brute_force_period_sec`.
    #[word("brute_force_period_sec")]
    BruteForcePeriodSec,
    /// `command_to_run_on_brute_force`.
    #[word("command_to_run_on_brute_force")]
    CommandToRunOnBruteForce,
    /// `command_to_run_on_excessive_brute_force`.
    #[word("command_to_run_on_excessive_brute_force")]
    CommandToRunOnExcessiveBruteForce,
    /// `country_blacklist`.
    #[word("country_blacklist")]
    CountryBlacklist,
    /// `country_whitelist`.
    #[word("country_whitelist")]
    CountryWhitelist,
    /// `ip_based_protection`.
    #[word("ip_based_protection")]
    IpBasedProtection,
    /// `ip_brute_force_period_mins`.
    #[word("ip_brute_force_period_mins")]
    IpBruteForcePeriodMins,
    /// `ip_brute_force_period_sec`.
    #[word("ip_brute_force_period_sec")]
    IpBruteForcePeriodSec,
    /// `is_enabled`.
    #[word("is_enabled")]
    IsEnabled,
    /// `lookback_period_min`.
    #[word("lookback_period_min")]
    LookbackPeriodMin,
    /// `lookback_time`.
    #[word("lookback_time")]
    LookbackTime,
    /// `mark_as_brute`.
    #[word("mark_as_brute")]
    MarkAsBrute,
    /// `max_failures`.
    #[word("max_failures")]
    MaxFailures,
    /// `max_failures_byip`.
    #[word("max_failures_byip")]
    MaxFailuresByip,
    /// `notify_on_brute`.
    #[word("notify_on_brute")]
    NotifyOnBrute,
    /// `notify_on_root_login`.
    #[word("notify_on_root_login")]
    NotifyOnRootLogin,
    /// `notify_on_root_login_for_known_netblock`.
    #[word("notify_on_root_login_for_known_netblock")]
    NotifyOnRootLoginForKnownNetblock,
    /// `username_based_protection`.
    #[word("username_based_protection")]
    UsernameBasedProtection,
    /// `username_based_protection_for_root`.
    #[word("username_based_protection_for_root")]
    UsernameBasedProtectionForRoot,
    /// `username_based_protection_local_origin`.
    #[word("username_based_protection_local_origin")]
    UsernameBasedProtectionLocalOrigin,
}

/// What `set_cphulk_config_key` answers.
#[derive(Output)]
pub struct Reply {
    /// The cphulk configuration.
    pub cphulk_config: CphulkConfig,
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
    /// The country blacklist.
    pub country_blacklist: String,
    /// The country whitelist.
    pub country_whitelist: String,
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
pub struct SetCphulkConfigKey;

impl Function for SetCphulkConfigKey {
    const NAME: &'static str = "set_cphulk_config_key";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
