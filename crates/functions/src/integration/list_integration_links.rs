//! `list_integration_links`

use api::{Acl, Cx, Effect, Function, Input, Needs, Output, Result, UserName, reply};

/// Lists a user's integration links.
#[derive(Input)]
pub struct Params {
    /// The user: cPanel account.
    pub user: UserName,
}

/// What `list_integration_links` answers.
#[derive(Output)]
pub struct Reply {
    /// The links.
    pub links: Vec<Link>,
}

/// One item of `links`.
#[derive(Output)]
pub struct Link {
    /// The application.
    pub app: String,
}

/// See [`Params`].
pub struct ListIntegrationLinks;

impl Function for ListIntegrationLinks {
    const NAME: &'static str = "list_integration_links";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::CpanelIntegration]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
