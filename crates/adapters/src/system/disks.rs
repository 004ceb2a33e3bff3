//! The disks of a Linux machine, as the kernel tells of what is mounted.

use std::{collections::BTreeSet, fs, path::Path};

use api::{Error, Result, ports::Disk};

/// What is mounted, as this process sees it.
const MOUNTS: &str = "/proc/self/mounts";

/// All disks: what is mounted of a device, each device once, and the root whatever it is on.
pub(super) fn all() -> Result<Vec<Disk>> {
    let mounts = fs::read_to_string(MOUNTS).map_err(Error::internal)?;
    let mut seen = BTreeSet::new();
    let mut disks = Vec::new();
    for (device, mount) in mounts.lines().filter_map(parted) {
        let is_disk = device.starts_with('/') || mount == "/";
        // Containers have single files of the disk beneath them mounted.
        if is_disk && Path::new(&mount).is_dir() && seen.insert(device.clone()) {
            // One that this process may not look at, or that is gone by now, is left out.
            disks.extend(measured(device, mount));
        }
    }
    Ok(disks)
}

/// The device and the folder of a line.
fn parted(line: &str) -> Option<(String, String)> {
    let mut fields = line.split(' ');
    Some((plain(fields.next()?), plain(fields.next()?)))
}

/// A field as it is: the kernel writes blanks and backslashes as three octal digits.
fn plain(field: &str) -> String {
    let mut parts = field.split('\\');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let code = part.get(..3).and_then(|digits| u8::from_str_radix(digits, 8).ok());
        match code {
            Some(code) => {
                text.push(code.into());
                text.push_str(part.get(3..).unwrap_or_default());
            }
            None => {
                text.push('\\');
                text.push_str(part);
            }
        }
    }
    text
}

fn measured(device: String, mount: String) -> Option<Disk> {
    let facts = rustix::fs::statvfs(mount.as_str()).ok()?;
    let kib = |blocks: u64| blocks.saturating_mul(facts.f_frsize) / 1024;
    Some(Disk {
        device,
        mount,
        total: kib(facts.f_blocks),
        used: kib(facts.f_blocks.saturating_sub(facts.f_bfree)),
        available: kib(facts.f_bavail),
        inodes: facts.f_files,
        inodes_available: facts.f_ffree,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_is_there_once_and_adds_up() {
        let all = all().unwrap();
        let [root] = all.iter().filter(|disk| disk.mount == "/").collect::<Vec<_>>()[..] else {
            panic!("{all:?}");
        };
        assert!(root.total > 0 && root.used + root.available <= root.total, "{root:?}");
        assert!((1..=100).contains(&root.percentage()), "{root:?}");
        assert!(root.inodes_used() <= root.inodes && root.inodes_percentage() <= 100, "{root:?}");
        let devices: BTreeSet<_> = all.iter().map(|disk| &disk.device).collect();
        assert_eq!(devices.len(), all.len());
    }

    #[test]
    fn names_are_as_they_are() {
        let line = r"/dev/sd\040a /mnt/a\134b\011c ext4 rw 0 0";
        assert_eq!(parted(line), Some(("/dev/sd a".to_owned(), "/mnt/a\\b\tc".to_owned())));
        assert_eq!(plain(r"odd\9"), r"odd\9");
    }
}
