//! `remove_integration_link`

use api::{Acl, Cx, Effect, Function, Input, Needs, Result, UserName, reply};

/// Removes an integration link from a user's cPanel.
#[derive(Input)]
pub struct Params {
    /// Name that identifies the link.
    pub app: String,
    /// The user: cPanel account.
    pub user: UserName,
}

/// See [`Params`].
pub struct RemoveIntegrationLink;

impl Function for RemoveIntegrationLink {
    const NAME: &'static str = "remove_integration_link";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::CpanelIntegration]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
