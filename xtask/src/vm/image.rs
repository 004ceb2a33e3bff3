//! The machine's own file system: Debian 12 with its kernel, what the product drives, and what the tests
//! look at it with. It has no network but a card that leads nowhere: packages that are to be installed in
//! it lie in an archive of its own.

use std::{
    fs,
    os::unix::fs::symlink,
    path::{Path, PathBuf},
    process::Command,
};

use super::{machine::Drive, qemu::remove};
use crate::{Done, test::packages, workspace};

/// The release that the product is for.
pub(super) const RELEASE: &str = "bookworm";

/// What a server has that the product does not ask for, with file systems' tools, and clients.
const SYSTEM: &[&str] = &[
    "linux-image-cloud-amd64",
    "initramfs-tools",
    "apt-utils",
    "systemd-sysv",
    "libpam-systemd",
    "dbus",
    "udev",
    "kmod",
    "iproute2",
    "procps",
    "netbase",
    "ca-certificates",
    "e2fsprogs",
    "xfsprogs",
    "btrfs-progs",
    "bind9-dnsutils",
    "curl",
    "mariadb-client",
    "swaks",
];

/// What `innkeeper host install` is left to install, from the archive.
const LEFT_OUT: &[&str] = &["pure-ftpd", "sqlite3"];

/// Where the archive is, which is apt's own store of what it fetched.
const ARCHIVE: &str = "var/cache/apt/archives";

/// Files of the machine.
const FILES: &[(&str, &str)] = &[
    ("etc/hostname", "vm\n"),
    ("etc/hosts", "127.0.0.1 localhost\n127.0.1.1 vm.innkeeper.test vm\n"),
    // Nobody is asked for names but the machine itself.
    ("etc/resolv.conf", "nameserver 127.0.0.1\noptions timeout:1 attempts:1\n"),
    (
        "etc/fstab",
        "/dev/disk/by-id/virtio-root / ext4 defaults 0 0\n\
         /dev/disk/by-id/virtio-tests /innkeeper-test ext4 ro 0 0\n",
    ),
    ("etc/apt/sources.list", "deb [trusted=yes] file:/var/cache/apt/archives ./\n"),
    // What QEMU's network has for it; nothing is behind the gateway.
    (
        "etc/systemd/network/card.network",
        "[Match]\nType=ether\n\n[Network]\nAddress=10.0.2.15/24\nGateway=10.0.2.2\n",
    ),
    ("etc/systemd/system/innkeeper-test@.service", include_str!("innkeeper-test@.service")),
];

/// Debian's own unit of the network, which a server has turned on.
const NETWORK: (&str, &str) = (
    "etc/systemd/system/multi-user.target.wants/systemd-networkd.service",
    "/lib/systemd/system/systemd-networkd.service",
);

/// How large the file system is; what is not written takes no room.
const SIZE: &str = "5G";

/// The machine's file system, and what is started of it.
pub(crate) struct Image {
    file: PathBuf,
    pub(super) kernel: PathBuf,
    pub(super) initrd: PathBuf,
}

impl Image {
    /// Makes it where it is not there, or is of another description than this one.
    pub(crate) fn made() -> Result<Self, Box<dyn std::error::Error>> {
        let at = |name: &str| super::folder().join(name);
        let image = Self { file: at("root.img"), kernel: at("vmlinuz"), initrd: at("initrd.img") };
        let (made, description) = (at("root.made"), description());
        if fs::read_to_string(&made).is_ok_and(|of| of == description) {
            return Ok(image);
        }
        let tree = at("tree");
        remove(&tree)?;
        unpack(&tree)?;
        // Debian's own, which is out of reach, and takes long to read.
        for known in ["var/lib/apt/lists", "etc/apt/sources.list.d"] {
            remove(&tree.join(known))?;
        }
        for (path, text) in FILES {
            workspace::write(&tree.join(path), text)?;
        }
        fs::create_dir_all(tree.join("innkeeper-test"))?;
        let wants = tree.join(NETWORK.0);
        fs::create_dir_all(wants.parent().unwrap_or(&tree))?;
        symlink(NETWORK.1, wants)?;
        fs::copy(newest(&tree, "vmlinuz-")?, &image.kernel)?;
        fs::copy(newest(&tree, "initrd.img-")?, &image.initrd)?;
        pack(&tree, &image.file, SIZE)?;
        remove(&tree)?;
        workspace::write(&made, &description)?;
        Ok(image)
    }

    /// It as a drive, which forgets.
    pub(crate) fn drive(&self) -> Drive {
        Drive::kept("root", &self.file).forgetting()
    }
}

/// All that decides what the file system holds.
fn description() -> String {
    format!("{RELEASE} {SIZE}\n{}\n{LEFT_OUT:?}\n{FILES:?}\n{NETWORK:?}\n", included())
}

/// The packages that it has from the beginning.
fn included() -> String {
    let of_host = packages::of_host();
    let of_host = of_host.iter().filter(|name| !LEFT_OUT.contains(name));
    SYSTEM.iter().chain(of_host).copied().collect::<Vec<_>>().join(",")
}

/// Unpacks and sets up Debian. Nothing of it is started.
fn unpack(tree: &Path) -> Done {
    // The only words that are a shell's: hooks are its commands, with the tree as the first argument.
    let clean = "chroot \"$1\" apt-get clean";
    let fetch = "chroot \"$1\" apt-get -qq --yes --no-install-recommends --download-only install";
    let fetch = format!("{fetch} {}", LEFT_OUT.join(" "));
    let index = format!("cd \"$1/{ARCHIVE}\" && chroot \"$1\" apt-ftparchive packages {ARCHIVE}");
    let index = format!("{index} | sed 's,^Filename: {ARCHIVE}/,Filename: ./,' > Packages");
    let mut unpack = Command::new("mmdebstrap");
    unpack.args(["--quiet", "--mode=root", "--variant=minbase"]);
    unpack.args(["--skip=cleanup/apt/lists,cleanup/apt/cache", "--include", &included()]);
    unpack.args(["--customize-hook", clean, "--customize-hook", &fetch]);
    unpack.args(["--customize-hook", &index]);
    workspace::run(unpack.arg(RELEASE).arg(tree))
}

/// The last of the files of the boot folder whose names begin so.
fn newest(tree: &Path, prefix: &str) -> Result<PathBuf, Box<dyn std::error::Error>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(tree.join("boot"))? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(prefix) {
            found.push(entry.path());
        }
    }
    Ok(found.into_iter().max().ok_or("the kernel's package brought no kernel")?)
}

/// Makes a file system of what a folder holds.
pub(super) fn pack(folder: &Path, file: &Path, size: &str) -> Done {
    if file.exists() {
        fs::remove_file(file)?;
    }
    let mut pack = Command::new("mke2fs");
    pack.args(["-q", "-t", "ext4", "-d"]).arg(folder).arg(file).arg(size);
    workspace::run(&mut pack)
}
