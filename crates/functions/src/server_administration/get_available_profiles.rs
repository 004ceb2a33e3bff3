//! `get_available_profiles`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// List the server profiles that can be activated.
#[derive(Input)]
pub struct Params;

/// What `get_available_profiles` answers.
#[derive(Output)]
pub struct Reply {
    /// The profiles.
    pub profiles: Vec<Profile>,
}

/// One item of `profiles`.
#[derive(Output)]
pub struct Profile {
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
pub struct GetAvailableProfiles;

impl Function for GetAvailableProfiles {
    const NAME: &'static str = "get_available_profiles";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
