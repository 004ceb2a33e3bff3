//! The file system that homes are on.

use std::{fs, io, path::Path};

use rustix::fs::{AtFlags, CWD, StatxFlags, statx};

/// A mounted file system.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Mount {
    /// Its type, such as `ext4`.
    pub(super) kind: String,
    /// The device that it is on.
    pub(super) device: String,
    /// How it is mounted, with commas between.
    pub(super) options: String,
}

/// The file system that a path is on.
pub(super) fn of(path: &Path) -> io::Result<Option<Mount>> {
    // The number of the device would not do: a part of a btrfs has one that no mount has.
    let number = statx(CWD, path, AtFlags::empty(), StatxFlags::MNT_ID)?.stx_mnt_id;
    Ok(find(&fs::read_to_string("/proc/self/mountinfo")?, &number.to_string()))
}

/// The mount of a number in the kernel's list: `36 35 98:0 /root /mnt rw,noatime master:1 - ext4
/// /dev/sda1 rw`, with any number of fields before the dash.
fn find(list: &str, number: &str) -> Option<Mount> {
    let line = list.lines().find(|line| line.split(' ').next() == Some(number))?;
    let mut fields = line.split_once(" - ")?.1.split(' ');
    let (kind, device) = (fields.next()?.to_owned(), fields.next()?.replace("\\040", " "));
    Some(Mount { kind, device, options: fields.next()?.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mount_is_found_by_its_number() {
        let list = "22 1 254:0 / / rw,relatime - ext4 /dev/vda rw\n\
                    36 22 98:1 /x /mnt\\040a rw master:1 shared:2 - xfs /dev/my\\040disk rw,usrquota\n";
        let mount = |kind: &str, device: &str, options: &str| {
            let (kind, device) = (kind.to_owned(), device.to_owned());
            Some(Mount { kind, device, options: options.to_owned() })
        };
        assert_eq!(find(list, "22"), mount("ext4", "/dev/vda", "rw"));
        assert_eq!(find(list, "36"), mount("xfs", "/dev/my disk", "rw,usrquota"));
        assert_eq!(find(list, "2"), None);
        assert!(of(Path::new("/")).unwrap().is_some());
    }
}
