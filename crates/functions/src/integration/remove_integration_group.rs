//! `remove_integration_group`

use api::{Acl, Cx, Effect, Function, Input, Needs, Result, UserName, reply};

/// Removes an integration link group from a user's cPanel.
#[derive(Input)]
pub struct Params {
    /// The group ID.
    pub group_id: String,
    /// The user: cPanel account.
    pub user: UserName,
}

/// See [`Params`].
pub struct RemoveIntegrationGroup;

impl Function for RemoveIntegrationGroup {
    const NAME: &'static str = "remove_integration_group";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::CpanelIntegration]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
