//! `resellerstats`

use api::{
    Acl, Cx, Effect, Flag, Function, Input, Legacy, Needs, Output, Result, UserName, Value, reply,
};

/// Give disk and bandwidth totals and accounts of one reseller.
#[derive(Input)]
pub struct Params {
    /// The oldest pages call it reseller.
    pub user: UserName,
    /// 1: leave deleted accounts out of acct.
    #[param(default = 0)]
    pub filter_deleted: Flag,
    /// 1: leave suspended accounts out of acct.
    #[param(default = 0)]
    pub filter_suspended: Flag,
    /// 1 to 12; default: this month.
    pub month: Option<i64>,
    /// The year: default: this year.
    pub year: Option<i64>,
}

/// What `resellerstats` answers.
#[derive(Output)]
pub struct Reply {
    /// The reseller.
    pub reseller: Reseller,
}

/// The reseller.
#[derive(Output)]
pub struct Reseller {
    /// The account.
    pub acct: Vec<Acct>,
    /// The bandwidthlimit.
    pub bandwidthlimit: i64,
    /// The bwoverselling flag: 0 or 1.
    pub bwoverselling: Flag,
    /// The diskoverselling flag: 0 or 1.
    pub diskoverselling: Flag,
    /// The diskquota.
    pub diskquota: i64,
    /// The diskused.
    pub diskused: f64,
    /// The month.
    pub month: i64,
    /// The totalbwalloc.
    pub totalbwalloc: String,
    /// The totalbwused.
    pub totalbwused: Value,
    /// The totaldiskalloc.
    pub totaldiskalloc: String,
    /// The user.
    pub user: String,
    /// The year.
    pub year: i64,
}

/// One item of `acct`.
#[derive(Output)]
pub struct Acct {
    /// The bandwidthlimit.
    pub bandwidthlimit: String,
    /// The bandwidthused.
    pub bandwidthused: Value,
    /// The deleted flag: 0 or 1.
    pub deleted: Flag,
    /// The diskquota.
    pub diskquota: String,
    /// The diskused.
    pub diskused: String,
    /// The domain.
    pub domain: String,
    /// The package.
    pub package: String,
    /// The suspended flag: 0 or 1.
    pub suspended: Flag,
    /// The user.
    pub user: String,
}

/// See [`Params`].
pub struct Resellerstats;

impl Function for Resellerstats {
    const NAME: &'static str = "resellerstats";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ListAccts]);
    const EFFECT: Effect = Effect::Reads;
    const LEGACY: Legacy = Legacy::BareAs("reseller", "result");
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
