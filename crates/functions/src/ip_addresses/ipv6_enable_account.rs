//! `ipv6_enable_account`

use std::collections::BTreeMap;

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Give accounts an IPv6 address from a range.
#[derive(Input)]
pub struct Params {
    /// Range name; SHARED gives the server's shared address.
    pub range: String,
    /// Account names, comma list.
    pub user: String,
}

/// What `ipv6_enable_account` answers.
#[derive(Output)]
pub struct Reply {
    /// The fail cnt.
    #[param(absent)]
    pub fail_cnt: Option<i64>,
    /// The failures.
    #[param(absent)]
    pub failures: Option<BTreeMap<String, String>>,
    /// The IPv6.
    pub ipv6: BTreeMap<String, String>,
}

/// See [`Params`].
pub struct Ipv6EnableAccount;

impl Function for Ipv6EnableAccount {
    const NAME: &'static str = "ipv6_enable_account";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
