//! `getdiskusage`

use api::{Acl, Cx, Effect, Function, Input, Needs, Output, Result, ports::Disk};

/// Lists the disks and how full they are.
#[derive(Input)]
pub struct Params;

/// What `getdiskusage` answers.
#[derive(Output)]
pub struct Reply {
    /// The disks.
    pub partition: Vec<Partition>,
}

/// A disk; sizes are in KiB.
#[derive(Output)]
pub struct Partition {
    /// What is left for others than root.
    pub available: u64,
    /// The device.
    pub device: String,
    /// The device's name alone.
    pub disk: String,
    /// The folder that it is mounted on.
    pub filesystem: String,
    /// How many more files it may hold.
    pub inodes_available: u64,
    /// How many of the files that it may hold there are, in percent.
    pub inodes_ipercentage: u64,
    /// How many files it may hold; 0 where there is no such limit.
    pub inodes_total: u64,
    /// How many there are.
    pub inodes_used: u64,
    /// The folder again.
    pub mount: String,
    /// How much of it is used, in percent.
    pub percentage: u64,
    /// What it holds at most.
    pub total: u64,
    /// What is used.
    pub used: u64,
}

/// See [`Params`].
pub struct Getdiskusage;

impl Function for Getdiskusage {
    const NAME: &'static str = "getdiskusage";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::Status]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Reply> {
        let partition = |disk: Disk| Partition {
            available: disk.available,
            disk: disk.device.rsplit('/').next().unwrap_or_default().to_owned(),
            filesystem: disk.mount.clone(),
            inodes_available: disk.inodes_available,
            inodes_ipercentage: disk.inodes_percentage(),
            inodes_total: disk.inodes,
            inodes_used: disk.inodes_used(),
            percentage: disk.percentage(),
            total: disk.total,
            used: disk.used,
            device: disk.device,
            mount: disk.mount,
        };
        Ok(Reply { partition: cx.host.system.disks()?.into_iter().map(partition).collect() })
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::World;

    #[test]
    fn the_root_is_told_with_what_is_left_of_it() {
        let world = World::new().reseller("carol", &[api::Acl::Status]);
        let told = world.data("carol", "getdiskusage", &[]);
        let all = told["partition"].as_array().unwrap();
        let root = all.iter().find(|one| one["filesystem"] == "/").unwrap();
        assert_eq!(root["mount"], "/");
        let number = |key: &str| root[key].as_u64().unwrap();
        assert!(number("total") >= number("used") + number("available"), "{root}");
        assert!((1..=100).contains(&number("percentage")), "{root}");
        let (device, disk) = (root["device"].as_str().unwrap(), root["disk"].as_str().unwrap());
        assert!(device.ends_with(disk) && !disk.contains('/'), "{root}");
    }
}
