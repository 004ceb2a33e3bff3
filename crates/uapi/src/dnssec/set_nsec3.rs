//! `DNSSEC::set_nsec3`

use std::collections::BTreeMap;

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// .
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// The nsec3 iterations.
    pub nsec3_iterations: i64,
    /// The nsec3 narrow flag: 0 or 1.
    pub nsec3_narrow: Flag,
    /// The nsec3 opt out flag: 0 or 1.
    pub nsec3_opt_out: Flag,
    /// The nsec3 salt.
    pub nsec3_salt: String,
}

/// What `set_nsec3` answers.
#[derive(Output)]
pub struct Reply {
    /// The enabled.
    pub enabled: BTreeMap<String, Flag>,
}

/// See [`Params`].
pub struct SetNsec3;

impl Function for SetNsec3 {
    const NAME: &'static str = "set_nsec3";
    const NEEDS: Needs = Needs::Features(&["dnssec"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
