//! `list_integration_groups`

use api::{Acl, Cx, Effect, Function, Input, Needs, Output, Result, UserName, reply};

/// Lists a user's integration link groups.
#[derive(Input)]
pub struct Params {
    /// The user: cPanel account.
    pub user: UserName,
}

/// What `list_integration_groups` answers.
#[derive(Output)]
pub struct Reply {
    /// The links.
    pub links: Vec<Link>,
}

/// One item of `links`.
#[derive(Output)]
pub struct Link {
    /// The group.
    pub group: String,
}

/// See [`Params`].
pub struct ListIntegrationGroups;

impl Function for ListIntegrationGroups {
    const NAME: &'static str = "list_integration_groups";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::CpanelIntegration]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
