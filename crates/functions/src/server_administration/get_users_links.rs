//! `get_users_links`

use std::collections::BTreeMap;

use api::{Acl, Cx, Effect, Function, Input, Needs, Result, UserName, Word, reply};

/// List a user's application keys and the interface path of each.
#[derive(Input)]
pub struct Params {
    /// The user.
    pub user: UserName,
    /// Webmail here, webmaild in `create_user_session`.
    #[param(default = Service::Cpaneld)]
    pub service: Service,
}

/// What `service` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Service {
    /// `cpaneld`.
    #[word("cpaneld")]
    Cpaneld,
    /// `webmail`.
    #[word("webmail")]
    Webmail,
}

/// See [`Params`].
pub struct GetUsersLinks;

impl Function for GetUsersLinks {
    const NAME: &'static str = "get_users_links";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::CreateUserSession]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = BTreeMap<String, String>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
