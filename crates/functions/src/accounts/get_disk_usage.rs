//! `get_disk_usage`

use api::{
    Acl, Cx, Effect, Function, Input, Limit, List, Needs, Output, Record, Result, UserName, Word,
};

use crate::domain::usage;

/// Gives the disk space and the files that each account uses.
#[derive(Debug, Input)]
pub struct Params {
    /// `on`: as last measured. `off`: measured now, which takes long.
    #[param(default = CacheMode::On)]
    pub cache_mode: CacheMode,
}

/// Whether figures may be old.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum CacheMode {
    /// As last measured.
    #[word("on")]
    On,
    /// Measured now.
    #[word("off")]
    Off,
}

/// The usage.
#[derive(Output)]
pub struct Reply {
    /// The accounts, by name.
    pub accounts: List<Use>,
}

/// What one account uses. `null` is no limit.
#[derive(Debug, Output)]
pub struct Use {
    /// Its disk space in KiB.
    pub blocks_limit: Option<u64>,
    /// The disk space in use in KiB.
    pub blocks_used: u64,
    /// How many files it may have.
    pub inodes_limit: Option<u32>,
    /// How many it has.
    pub inodes_used: u64,
    /// The account.
    pub user: UserName,
}

/// The columns of an account that tell its use.
#[derive(Debug, Record)]
#[record(table = "accounts", key = "name")]
struct Measured {
    name: UserName,
    quota: Limit,
    max_inodes: Limit,
    disk_used: u64,
    inodes_used: u64,
}

/// See [`Params`].
pub struct GetDiskUsage;

impl Function for GetDiskUsage {
    const NAME: &'static str = "get_disk_usage";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ListAccts]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let scope = cx.scope();
        let mut rows: Vec<Measured> = cx.host.store.read()?.matching(scope.filter())?;
        if params.cache_mode == CacheMode::Off {
            for row in &mut rows {
                measure(cx, row)?;
            }
        }
        Ok(Reply { accounts: rows.into_iter().map(Use::from).collect() })
    }
}

/// Measures an account, and keeps the figures for the next that asks. An account that went
/// meanwhile has its old ones.
fn measure(cx: &Cx<'_>, row: &mut Measured) -> Result<()> {
    let tx = cx.host.store.read()?;
    let Ok(account) = cx.account(&*tx, &row.name) else { return Ok(()) };
    drop(tx);
    if let Some(usage) = usage::measure(cx.host, &[account])?.pop() {
        let usage = usage?;
        (row.disk_used, row.inodes_used) = (usage.disk, usage.inodes);
    }
    Ok(())
}

impl From<Measured> for Use {
    fn from(row: Measured) -> Self {
        Self {
            blocks_limit: row.quota.0.map(|mib| u64::from(mib) * 1024),
            blocks_used: row.disk_used,
            inodes_limit: row.max_inodes.0,
            inodes_used: row.inodes_used,
            user: row.name,
        }
    }
}

#[cfg(test)]
mod tests {
    use api::{Acl, Limit, Value};

    use crate::testing::World;

    #[test]
    fn what_is_measured_is_kept() {
        let world = World::new().plant_account("anna", "root");
        let used = |form: &[(&str, &str)]| {
            world.data("root", "get_disk_usage", form)["accounts"][0]["inodes_used"].clone()
        };
        assert_eq!(used(&[]), 0);
        let fresh = used(&[("cache_mode", "off")]);
        assert!(fresh.as_u64().unwrap() > 0);
        assert_eq!(used(&[("cache_mode", "on")]), fresh);
    }

    #[test]
    fn no_limit_is_null_and_strangers_are_left_out() {
        let world = World::new()
            .reseller("bob", &[Acl::ListAccts])
            .plant_account("anna", "bob")
            .plant_account("carl", "root")
            .with_account("anna", |account| account.max_inodes = Limit::of(7));
        let data = world.data("bob", "get_disk_usage", &[]);
        let expected = serde_json::json!([{
            "blocks_limit": 512_000, "blocks_used": 0, "inodes_limit": 7, "inodes_used": 0,
            "user": "anna",
        }]);
        assert_eq!(data["accounts"], expected);
        let world = world.with_account("anna", |account| account.quota = Limit::UNLIMITED);
        let data = world.data("bob", "get_disk_usage", &[]);
        assert_eq!(data["accounts"][0]["blocks_limit"], Value::Null);
        let said = world.refusal("bob", "get_disk_usage", &[("cache_mode", "old")]);
        assert!(said.starts_with("cache_mode: "), "{said}");
    }
}
