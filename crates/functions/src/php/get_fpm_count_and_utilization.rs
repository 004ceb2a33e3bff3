//! `get_fpm_count_and_utilization`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Tells whether PHP-FPM for all domains would fit in memory.
#[derive(Input)]
pub struct Params;

/// What `get_fpm_count_and_utilization` answers.
#[derive(Output)]
pub struct Reply {
    /// The domains to be enabled.
    pub domains_to_be_enabled: i64,
    /// The domains using FPM.
    pub domains_using_fpm: i64,
    /// The memory needed.
    pub memory_needed: i64,
    /// The number of new FPM accounts we can handle.
    pub number_of_new_fpm_accounts_we_can_handle: i64,
    /// The show warning flag: 0 or 1.
    pub show_warning: Flag,
    /// The total domains.
    pub total_domains: i64,
}

/// See [`Params`].
pub struct GetFpmCountAndUtilization;

impl Function for GetFpmCountAndUtilization {
    const NAME: &'static str = "get_fpm_count_and_utilization";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
