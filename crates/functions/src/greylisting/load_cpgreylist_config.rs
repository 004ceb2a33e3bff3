//! `load_cpgreylist_config`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Returns the Greylisting settings.
#[derive(Input)]
pub struct Params;

/// What `load_cpgreylist_config` answers.
#[derive(Output)]
pub struct Reply {
    /// The cpgreylist configuration.
    pub cpgreylist_config: CpgreylistConfig,
}

/// The cpgreylist configuration.
#[derive(Output)]
pub struct CpgreylistConfig {
    /// The child timeout secs.
    pub child_timeout_secs: i64,
    /// The initial block time mins.
    pub initial_block_time_mins: i64,
    /// Whether it is enabled.
    pub is_enabled: Flag,
    /// Whether it is exim enabled.
    pub is_exim_enabled: Flag,
    /// The max child procs.
    pub max_child_procs: i64,
    /// The must try time mins.
    pub must_try_time_mins: i64,
    /// The purge interval mins.
    pub purge_interval_mins: i64,
    /// The record exp time mins.
    pub record_exp_time_mins: i64,
    /// The SPF bypass flag: 0 or 1.
    pub spf_bypass: Flag,
}

/// See [`Params`].
pub struct LoadCpgreylistConfig;

impl Function for LoadCpgreylistConfig {
    const NAME: &'static str = "load_cpgreylist_config";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
