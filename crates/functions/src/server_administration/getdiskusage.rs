//! `getdiskusage`

use api::{Acl, Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// List the disk partitions and their use.
#[derive(Input)]
pub struct Params;

/// What `getdiskusage` answers.
#[derive(Output)]
pub struct Reply {
    /// The partition.
    pub partition: Vec<Partition>,
}

/// One item of `partition`.
#[derive(Output)]
pub struct Partition {
    /// The available.
    pub available: i64,
    /// The device.
    pub device: String,
    /// The disk.
    pub disk: String,
    /// The filesystem.
    pub filesystem: String,
    /// The inodes available.
    pub inodes_available: i64,
    /// The inodes ipercentage.
    pub inodes_ipercentage: i64,
    /// The inodes total.
    pub inodes_total: i64,
    /// The inodes used.
    pub inodes_used: i64,
    /// The mount.
    pub mount: String,
    /// The percentage.
    pub percentage: i64,
    /// The total.
    pub total: i64,
    /// The used.
    pub used: i64,
}

/// See [`Params`].
pub struct Getdiskusage;

impl Function for Getdiskusage {
    const NAME: &'static str = "getdiskusage";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::Status]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
