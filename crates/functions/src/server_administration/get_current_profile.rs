//! `get_current_profile`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Give the active server profile and its roles.
#[derive(Input)]
pub struct Params;

/// What `get_current_profile` answers.
#[derive(Output)]
pub struct Reply {
    /// The code.
    pub code: String,
    /// The description.
    pub description: String,
    /// The disabled roles.
    pub disabled_roles: Vec<DisabledRole>,
    /// The enabled roles.
    pub enabled_roles: Vec<EnabledRole>,
    /// The experimental flag: 0 or 1.
    pub experimental: Flag,
    /// The name.
    pub name: String,
    /// The optional roles.
    pub optional_roles: Vec<OptionalRole>,
}

/// One item of `disabled_roles`.
#[derive(Output)]
pub struct DisabledRole {
    /// The description.
    pub description: String,
    /// The module.
    pub module: String,
    /// The name.
    pub name: String,
}

/// One item of `enabled_roles`.
#[derive(Output)]
pub struct EnabledRole {
    /// The description.
    pub description: String,
    /// The module.
    pub module: String,
    /// The name.
    pub name: String,
}

/// One item of `optional_roles`.
#[derive(Output)]
pub struct OptionalRole {
    /// The description.
    pub description: String,
    /// The module.
    pub module: String,
    /// The name.
    pub name: String,
}

/// See [`Params`].
pub struct GetCurrentProfile;

impl Function for GetCurrentProfile {
    const NAME: &'static str = "get_current_profile";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
