//! `update_integration_link_token`

use api::{Acl, Cx, Effect, Function, Input, Needs, Result, Secret, UserName, reply};

/// Replaces the token of an integration link.
#[derive(Input)]
pub struct Params {
    /// Name that identifies the link.
    pub app: String,
    /// The token: new token.
    pub token: Secret,
    /// The user: cPanel account.
    pub user: UserName,
}

/// See [`Params`].
pub struct UpdateIntegrationLinkToken;

impl Function for UpdateIntegrationLinkToken {
    const NAME: &'static str = "update_integration_link_token";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::CpanelIntegration]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
