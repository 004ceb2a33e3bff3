//! `create_integration_group`

use api::{Acl, Cx, Effect, Function, Input, Needs, Result, UserName, reply};

/// Makes a group for integration links in a user's cPanel.
#[derive(Input)]
pub struct Params {
    /// An existing group of this id is replaced.
    pub group_id: String,
    /// The label.
    pub label: String,
    /// 1 or more; place in the interface.
    pub order: i64,
    /// The user: cPanel account.
    pub user: UserName,
}

/// See [`Params`].
pub struct CreateIntegrationGroup;

impl Function for CreateIntegrationGroup {
    const NAME: &'static str = "create_integration_group";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::CpanelIntegration]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
