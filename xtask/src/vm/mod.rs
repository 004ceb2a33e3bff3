//! The tests that need a machine of their own: disk limits, which take a kernel that has them, and the
//! package under systemd, from its installation over a boot to its upgrade. The machine is QEMU's, with
//! Debian's kernel and Debian's own start. It is made once, in `target/vm`; nothing is installed but what
//! makes it, and each run forgets what it changed.

mod image;
mod inside;
mod load;
mod machine;
mod qemu;

use clap::ValueEnum;

use self::{
    image::Image,
    machine::{Drive, Machine},
    qemu::{Accel, Qemu},
};
use crate::{
    Done,
    test::{Tally, packages},
    workspace,
};

/// What may be asked.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Only this of it.
    #[arg(long, value_enum)]
    only: Option<Work>,
    /// How the machine's processor is had [default: by KVM where the processor can, else by translation].
    #[arg(long, value_enum)]
    accel: Option<Accel>,
    /// What the host's homes are on.
    #[arg(long, value_enum, default_value = "ext4")]
    homes: Homes,
    /// For the task itself: what is to be done in the machine, by this program in it.
    #[arg(long, hide = true, value_enum)]
    inside: Option<Work>,
}

/// What a machine is started for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Work {
    /// Disk limits on each file system.
    Quotas,
    /// The package under systemd.
    Host,
}

/// What homes are on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Homes {
    /// Limits of users.
    Ext4,
    /// Limits of subvolumes.
    Btrfs,
}

/// What makes the machine: packages of Debian 12.
const PACKAGES: &[&str] = &["e2fsprogs", "mmdebstrap"];

/// Makes the machine where it is not made yet, builds the tests and runs them in it.
pub(crate) fn run(options: &Options) -> Done {
    if let Some(work) = options.inside {
        return inside::work(work);
    }
    if !workspace::is_root()? {
        return Err("A machine's file system is root's to make: sudo cargo xtask vm-test".into());
    }
    packages::install(PACKAGES)?;
    let (qemu, image) = (Qemu::unpacked()?, Image::made()?);
    let load = load::made()?;
    let accel = options.accel.unwrap_or_else(Accel::best);
    let works = options.only.map_or_else(|| Work::value_variants().to_vec(), |only| vec![only]);
    let (mut tally, mut passed) = (Tally::default(), true);
    for work in works {
        let mut drives = vec![image.drive(), Drive::kept("tests", &load)];
        if work == Work::Host {
            drives.push(Drive::empty("homes")?);
        }
        let machine =
            Machine { qemu: &qemu, image: &image, accel, work, homes: options.homes, drives };
        passed &= machine.run(&mut tally)?;
    }
    tally.write(&mut std::io::stdout().lock())?;
    if passed && tally.is_good() { Ok(()) } else { Err("not all tests passed".into()) }
}

/// Where the machine and what it is made with are kept.
fn folder() -> std::path::PathBuf {
    workspace::target().join("vm")
}
