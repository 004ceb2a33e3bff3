//! QEMU, as Debian has it: unpacked, not installed, so that it is the same one wherever the tests run and
//! nothing of the system has to make room for it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use clap::ValueEnum;

use crate::workspace;

/// How a machine's processor is had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Accel {
    /// By the processor itself.
    Kvm,
    /// By translation, which is some ten times slower and works everywhere.
    Tcg,
}

impl Accel {
    /// The best that there is. A device alone does not say that the processor can: in a machine that is
    /// itself virtual it may be there and a kernel in it get nowhere.
    pub(crate) fn best() -> Self {
        let can = |cpus: String| {
            let flags = cpus.lines().find(|line| line.starts_with("flags")).unwrap_or_default();
            flags.split_whitespace().any(|flag| flag == "vmx" || flag == "svm")
        };
        let is_able = fs::read_to_string("/proc/cpuinfo").is_ok_and(can);
        let is_open = fs::File::options().read(true).write(true).open("/dev/kvm").is_ok();
        if is_able && is_open { Self::Kvm } else { Self::Tcg }
    }

    /// What QEMU is told of it.
    pub(super) fn arguments(self) -> [&'static str; 4] {
        match self {
            Self::Kvm => ["-accel", "kvm", "-cpu", "host"],
            Self::Tcg => ["-accel", "tcg,thread=multi,tb-size=512", "-cpu", "max"],
        }
    }
}

/// The unpacked QEMU.
pub(crate) struct Qemu(PathBuf);

/// Its place in the tree, and those of what it reads.
const PROGRAM: &str = "usr/bin/qemu-system-x86_64";
const LOADER: &str = "lib/x86_64-linux-gnu/ld-linux-x86-64.so.2";
const LIBRARIES: [&str; 2] = ["usr/lib/x86_64-linux-gnu", "lib/x86_64-linux-gnu"];
const MODULES: &str = "usr/lib/x86_64-linux-gnu/qemu";
const FIRMWARE: [&str; 3] = ["usr/share/qemu", "usr/share/seabios", "usr/lib/ipxe/qemu"];

impl Qemu {
    /// Unpacks it where that has not been done.
    pub(crate) fn unpacked() -> Result<Self, Box<dyn std::error::Error>> {
        let (tree, draft) = (super::folder().join("qemu"), super::folder().join("qemu.new"));
        if !tree.exists() {
            remove(&draft)?;
            fs::create_dir_all(super::folder())?;
            let mut unpack = Command::new("mmdebstrap");
            unpack.args(["--quiet", "--variant=extract", "--include=qemu-system-x86"]);
            workspace::run(unpack.arg(super::image::RELEASE).arg(&draft))?;
            fs::rename(draft, &tree)?;
        }
        Ok(Self(tree))
    }

    /// It as a command: by its own loader, with its own libraries and firmware.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(self.0.join(LOADER));
        let libraries = LIBRARIES.map(|place| self.0.join(place).display().to_string());
        command.args(["--library-path", &libraries.join(":")]).arg(self.0.join(PROGRAM));
        command.env("QEMU_MODULE_DIR", self.0.join(MODULES));
        for place in FIRMWARE {
            command.arg("-L").arg(self.0.join(place));
        }
        command
    }
}

/// Removes a folder with all that is in it, where it is there.
pub(super) fn remove(folder: &Path) -> std::io::Result<()> {
    if folder.exists() { fs::remove_dir_all(folder) } else { Ok(()) }
}
