//! `Quota::get_local_quota_info`

use api::{Cx, Effect, Function, Input, Needs, Output, Result};
use functions::domain::figures::{KIB, Space};

/// Gives what the account's home holds and may hold, in bytes. A limit of 0 is none.
#[derive(Input)]
pub struct Params;

/// What `get_local_quota_info` answers.
#[derive(Output)]
pub struct Reply {
    /// How many bytes it may hold.
    pub byte_limit: u64,
    /// How many it holds.
    pub bytes_used: u64,
    /// How many files and folders it may hold.
    pub inode_limit: u64,
    /// How many it holds.
    pub inodes_used: u64,
}

/// See [`Params`].
pub struct GetLocalQuotaInfo;

impl Function for GetLocalQuotaInfo {
    const NAME: &'static str = "get_local_quota_info";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Reply> {
        let space = Space::of(cx)?;
        Ok(Reply {
            byte_limit: space.limit.unwrap_or_default() * KIB,
            bytes_used: space.used * KIB,
            inode_limit: space.inode_limit.unwrap_or_default(),
            inodes_used: space.inodes,
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{Calls as _, World};

    #[test]
    fn amounts_are_in_bytes_and_no_limit_is_0() {
        let world = World::new().plant_account("anna", "root");
        let info = || world.uapi_data("anna", "Quota", "get_local_quota_info", &[]);
        let limited = info();
        assert_eq!(
            (&limited["byte_limit"], &limited["inode_limit"]),
            (&524_288_000.into(), &0.into())
        );
        assert!(limited["inodes_used"].as_u64().unwrap() > 0);
        let world = world.with_account("anna", |account| account.quota = api::Limit::UNLIMITED);
        let data = world.uapi_data("anna", "Quota", "get_local_quota_info", &[]);
        assert_eq!(data["byte_limit"], 0);
    }
}
