//! `twofactorauth_remove_user_config`

use std::collections::BTreeMap;

use api::{Acl, Cx, Effect, Function, Input, Needs, Output, Result, UserName, reply};

/// Removes the two-factor set-up of one or more accounts.
#[derive(Input)]
pub struct Params {
    /// The user: one account. One or several.
    #[param(family)]
    pub user: Vec<UserName>,
}

/// What `twofactorauth_remove_user_config` answers.
#[derive(Output)]
pub struct Reply {
    /// The failed.
    pub failed: BTreeMap<String, String>,
    /// The users modified.
    pub users_modified: Vec<String>,
}

/// See [`Params`].
pub struct TwofactorauthRemoveUserConfig;

impl Function for TwofactorauthRemoveUserConfig {
    const NAME: &'static str = "twofactorauth_remove_user_config";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::Passwd]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
