//! `acctcounts`

use api::{Acl, Cx, Effect, Function, Input, Legacy, Needs, Output, Result, UserName, reply};

/// Count the accounts of one reseller and give its account limit.
#[derive(Input)]
pub struct Params {
    /// Reseller; absent: the calling user.
    pub user: Option<UserName>,
}

/// What `acctcounts` answers.
#[derive(Output)]
pub struct Reply {
    /// The reseller.
    pub reseller: Reseller,
}

/// The reseller.
#[derive(Output)]
pub struct Reseller {
    /// The active.
    pub active: i64,
    /// The limit.
    pub limit: Option<i64>,
    /// The suspended.
    pub suspended: Option<i64>,
    /// The user.
    pub user: String,
}

/// See [`Params`].
pub struct Acctcounts;

impl Function for Acctcounts {
    const NAME: &'static str = "acctcounts";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::AcctSummary]);
    const EFFECT: Effect = Effect::Reads;
    const LEGACY: Legacy = Legacy::Result;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
