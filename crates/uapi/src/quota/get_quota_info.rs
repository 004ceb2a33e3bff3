//! `Quota::get_quota_info`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Give the disk quota of the account.
#[derive(Input)]
pub struct Params;

/// What `get_quota_info` answers.
#[derive(Output)]
pub struct Reply {
    /// The megabyte limit.
    pub megabyte_limit: f64,
    /// The megabytes used.
    pub megabytes_used: f64,
    /// The megabytes remain.
    pub megabytes_remain: f64,
    /// The inode limit.
    pub inode_limit: i64,
    /// The inodes used.
    pub inodes_used: i64,
    /// The inodes remain.
    pub inodes_remain: i64,
    /// The under megabyte limit flag: 0 or 1.
    pub under_megabyte_limit: Flag,
    /// The under inode limit flag: 0 or 1.
    pub under_inode_limit: Flag,
    /// The under quota overall flag: 0 or 1.
    pub under_quota_overall: Flag,
}

/// See [`Params`].
pub struct GetQuotaInfo;

impl Function for GetQuotaInfo {
    const NAME: &'static str = "get_quota_info";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
