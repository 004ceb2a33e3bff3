//! `enable_monitor_all_enabled_services`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Turn monitoring on for every enabled service.
#[derive(Input)]
pub struct Params;

/// What `enable_monitor_all_enabled_services` answers.
#[derive(Output)]
pub struct Reply {
    /// The services.
    pub services: Vec<Service>,
}

/// One item of `services`.
#[derive(Output)]
pub struct Service {
    /// The monitored flag: 0 or 1.
    pub monitored: Flag,
    /// The service.
    pub service: String,
}

/// See [`Params`].
pub struct EnableMonitorAllEnabledServices;

impl Function for EnableMonitorAllEnabledServices {
    const NAME: &'static str = "enable_monitor_all_enabled_services";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
