//! `twofactorauth_get_user_configs`

use std::collections::BTreeMap;

use api::{Acl, Cx, Effect, Flag, Function, Input, Needs, Output, Result, UserName, reply};

/// Tells for accounts the caller controls whether 2FA is on.
#[derive(Input)]
pub struct Params {
    /// Left out: all accounts that the caller controls.
    pub user: Option<UserName>,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// Whether it is enabled.
    pub is_enabled: Flag,
    /// The primary domain.
    pub primary_domain: String,
}

/// See [`Params`].
pub struct TwofactorauthGetUserConfigs;

impl Function for TwofactorauthGetUserConfigs {
    const NAME: &'static str = "twofactorauth_get_user_configs";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ListAccts]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = BTreeMap<String, Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
