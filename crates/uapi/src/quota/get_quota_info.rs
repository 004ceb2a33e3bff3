//! `Quota::get_quota_info`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result};
use functions::domain::figures::{Megabytes, Space};

/// Gives what the account's home holds and may hold, in megabytes. A limit of 0 is none.
#[derive(Input)]
pub struct Params;

/// What `get_quota_info` answers.
#[derive(Output)]
pub struct Reply {
    /// How many megabytes it may hold.
    pub megabyte_limit: Megabytes,
    /// How many it holds.
    pub megabytes_used: Megabytes,
    /// How many are left.
    pub megabytes_remain: Megabytes,
    /// How many files and folders it may hold.
    pub inode_limit: u64,
    /// How many it holds.
    pub inodes_used: u64,
    /// How many are left.
    pub inodes_remain: u64,
    /// Whether it holds fewer megabytes than it may.
    pub under_megabyte_limit: Flag,
    /// Whether it holds fewer files and folders than it may.
    pub under_inode_limit: Flag,
    /// Whether it is below both limits.
    pub under_quota_overall: Flag,
}

/// See [`Params`].
pub struct GetQuotaInfo;

impl Function for GetQuotaInfo {
    const NAME: &'static str = "get_quota_info";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Reply> {
        let space = Space::of(cx)?;
        let is_under = |used: u64, limit: Option<u64>| limit.is_none_or(|limit| used < limit);
        let left = |used: u64, limit: Option<u64>| limit.unwrap_or_default().saturating_sub(used);
        let under_megabyte_limit = Flag(is_under(space.used, space.limit));
        let under_inode_limit = Flag(is_under(space.inodes, space.inode_limit));
        Ok(Reply {
            megabyte_limit: Megabytes(space.limit.unwrap_or_default()),
            megabytes_used: Megabytes(space.used),
            megabytes_remain: Megabytes(left(space.used, space.limit)),
            inode_limit: space.inode_limit.unwrap_or_default(),
            inodes_used: space.inodes,
            inodes_remain: left(space.inodes, space.inode_limit),
            under_megabyte_limit,
            under_inode_limit,
            under_quota_overall: Flag(under_megabyte_limit.0 && under_inode_limit.0),
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{Calls as _, World};

    #[test]
    fn what_is_left_is_the_limit_without_what_is_used() {
        let world = World::new().plant_account("anna", "root");
        let data = world.uapi_data("anna", "Quota", "get_quota_info", &[]);
        let of = |key: &str| data[key].as_f64().unwrap();
        assert!((of("megabyte_limit") - 500.0).abs() < 0.001, "{data}");
        let left = of("megabyte_limit") - of("megabytes_used");
        assert!((left - of("megabytes_remain")).abs() < 0.02, "{data}");
        assert_eq!((&data["under_quota_overall"], &data["inode_limit"]), (&1.into(), &0.into()));
    }

    #[test]
    fn who_is_at_a_limit_is_not_below_it() {
        let world = World::new().plant_account("anna", "root").with_account("anna", |account| {
            account.max_inodes = api::Limit::of(1);
        });
        let data = world.uapi_data("anna", "Quota", "get_quota_info", &[]);
        assert_eq!(
            (&data["under_inode_limit"], &data["under_megabyte_limit"]),
            (&0.into(), &1.into())
        );
        assert_eq!((&data["under_quota_overall"], &data["inodes_remain"]), (&0.into(), &0.into()));
    }
}
