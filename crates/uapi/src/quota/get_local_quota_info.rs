//! `Quota::get_local_quota_info`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Give the disk quota of the account on this server only.
#[derive(Input)]
pub struct Params;

/// What `get_local_quota_info` answers.
#[derive(Output)]
pub struct Reply {
    /// The byte limit.
    pub byte_limit: i64,
    /// The bytes used.
    pub bytes_used: i64,
    /// The inode limit.
    pub inode_limit: i64,
    /// The inodes used.
    pub inodes_used: i64,
}

/// See [`Params`].
pub struct GetLocalQuotaInfo;

impl Function for GetLocalQuotaInfo {
    const NAME: &'static str = "get_local_quota_info";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
