//! `ipv6_disable_account`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Take the IPv6 address away from accounts.
#[derive(Input)]
pub struct Params {
    /// Account names, comma list.
    pub user: String,
}

/// What `ipv6_disable_account` answers.
#[derive(Output)]
pub struct Reply {
    /// The fail cnt.
    #[param(absent)]
    pub fail_cnt: Option<i64>,
    /// The failures.
    #[param(absent)]
    pub failures: Option<Vec<Failure>>,
}

/// One item of `failures`.
#[derive(Output)]
pub struct Failure {
    /// The name.
    pub name: String,
    /// The reason.
    pub reason: String,
}

/// See [`Params`].
pub struct Ipv6DisableAccount;

impl Function for Ipv6DisableAccount {
    const NAME: &'static str = "ipv6_disable_account";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
