//! `disable_failing_authentication_providers`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Turns off enabled identity provider modules that do not load.
#[derive(Input)]
pub struct Params;

/// What `disable_failing_authentication_providers` answers.
#[derive(Output)]
pub struct Reply {
    /// The payload.
    pub payload: Vec<Payload>,
}

/// One item of `payload`.
#[derive(Output)]
pub struct Payload {
    /// The disabled services.
    pub disabled_services: Vec<String>,
    /// The failures to disable.
    pub failures_to_disable: Vec<FailuresToDisable>,
    /// The provider failure.
    pub provider_failure: String,
    /// The provider name.
    pub provider_name: String,
    /// The provider namespace.
    pub provider_namespace: String,
}

/// One item of `failures_to_disable`.
#[derive(Output)]
pub struct FailuresToDisable {
    /// The failure.
    pub failure: String,
    /// The service name.
    pub service_name: String,
}

/// See [`Params`].
pub struct DisableFailingAuthenticationProviders;

impl Function for DisableFailingAuthenticationProviders {
    const NAME: &'static str = "disable_failing_authentication_providers";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
