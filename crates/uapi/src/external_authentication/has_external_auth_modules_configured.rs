//! `ExternalAuthentication::has_external_auth_modules_configured`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result, reply};

/// `ExternalAuthentication::has_external_auth_modules_configured`.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct HasExternalAuthModulesConfigured;

impl Function for HasExternalAuthModulesConfigured {
    const NAME: &'static str = "has_external_auth_modules_configured";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Flag;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
