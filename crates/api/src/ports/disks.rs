//! The disks of a machine.

/// A file system on a disk, and how full it is; sizes are in KiB.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disk {
    /// The device, such as `/dev/vda1`.
    pub device: String,
    /// The folder that it is mounted on.
    pub mount: String,
    /// What it holds at most.
    pub total: u64,
    /// What is used of it.
    pub used: u64,
    /// What is left for others than root.
    pub available: u64,
    /// How many files it holds at most; 0 where there is no such limit.
    pub inodes: u64,
    /// How many more it may hold.
    pub inodes_available: u64,
}

impl Disk {
    /// How much of it is used, in percent of what anybody may use, rounded up.
    pub fn percentage(&self) -> u64 {
        percent(self.used, self.used.saturating_add(self.available))
    }

    /// How many files there are.
    pub fn inodes_used(&self) -> u64 {
        self.inodes.saturating_sub(self.inodes_available)
    }

    /// The same in percent, rounded up.
    pub fn inodes_percentage(&self) -> u64 {
        percent(self.inodes_used(), self.inodes)
    }
}

fn percent(part: u64, whole: u64) -> u64 {
    if whole == 0 { 0 } else { part.saturating_mul(100).div_ceil(whole) }
}
