//! `DNSSEC::unset_nsec3`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// .
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: String,
}

/// What `unset_nsec3` answers.
#[derive(Output)]
pub struct Reply {
    /// The disabled.
    pub disabled: Disabled,
}

/// The disabled.
#[derive(Output)]
pub struct Disabled {
    /// The additional properties flag: 0 or 1.
    #[param(name = "additionalProperties")]
    pub additional_properties: Flag,
}

/// See [`Params`].
pub struct UnsetNsec3;

impl Function for UnsetNsec3 {
    const NAME: &'static str = "unset_nsec3";
    const NEEDS: Needs = Needs::Features(&["dnssec"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
