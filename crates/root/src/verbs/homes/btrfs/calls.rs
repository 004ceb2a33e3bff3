//! The kernel's calls for btrfs, on an opened folder and by numbers: no path is handed over, and one name at
//! most. Subvolumes have numbers that are never used again.

use std::os::fd::AsFd;

use linux_raw_sys::{
    btrfs::{
        BTRFS_FIRST_FREE_OBJECTID, BTRFS_QGROUP_LIMIT_MAX_RFER, BTRFS_ROOT_REF_KEY,
        BTRFS_ROOT_TREE_OBJECTID, BTRFS_SUBVOL_SPEC_BY_ID, btrfs_ioctl_fs_info_args,
        btrfs_ioctl_ino_lookup_args, btrfs_ioctl_qgroup_create_args, btrfs_ioctl_qgroup_limit_args,
        btrfs_ioctl_search_args, btrfs_ioctl_search_key, btrfs_ioctl_vol_args,
        btrfs_ioctl_vol_args_v2, btrfs_ioctl_vol_args_v2__bindgen_ty_1,
        btrfs_ioctl_vol_args_v2__bindgen_ty_2, btrfs_qgroup_limit,
    },
    ctypes::c_char,
    ioctl::{
        BTRFS_IOC_FS_INFO, BTRFS_IOC_INO_LOOKUP, BTRFS_IOC_QGROUP_CREATE, BTRFS_IOC_QGROUP_LIMIT,
        BTRFS_IOC_SNAP_DESTROY_V2, BTRFS_IOC_SUBVOL_CREATE, BTRFS_IOC_TREE_SEARCH,
    },
};
use rustix::{
    io::{Errno, Result},
    ioctl::{Updater, ioctl},
};

use super::refs::{self, Reference};

/// The number of the inode of each subvolume's own folder.
pub(super) const TOP: u32 = BTRFS_FIRST_FREE_OBJECTID;

/// How much a search finds at once.
const FOUND: usize = 3992;

/// Declares calls, each with the one structure that it takes.
macro_rules! calls {
    ($($name:ident = $number:ident($argument:ty);)*) => {$(
        fn $name(folder: impl AsFd, argument: &mut $argument) -> Result<()> {
            // SAFETY: The number and the structure are the kernel's own pair, which its header declares
            // together. The kernel reads and writes within the structure alone: none that is declared here
            // is handed over with an address in it.
            #[expect(unsafe_code, reason = "the kernel has no other way in, nor has a library")]
            unsafe {
                ioctl(folder, Updater::<{ $number }, _>::new(argument))
            }
        }
    )*};
}

calls! {
    describe = BTRFS_IOC_FS_INFO(btrfs_ioctl_fs_info_args);
    look_up = BTRFS_IOC_INO_LOOKUP(btrfs_ioctl_ino_lookup_args);
    search = BTRFS_IOC_TREE_SEARCH(btrfs_ioctl_search_args);
    make = BTRFS_IOC_SUBVOL_CREATE(btrfs_ioctl_vol_args);
    discard = BTRFS_IOC_SNAP_DESTROY_V2(btrfs_ioctl_vol_args_v2);
    set_limit = BTRFS_IOC_QGROUP_LIMIT(btrfs_ioctl_qgroup_limit_args);
    set_group = BTRFS_IOC_QGROUP_CREATE(btrfs_ioctl_qgroup_create_args);
}

/// The file system's own identity.
pub(super) fn identity(folder: impl AsFd) -> Result<[u8; 16]> {
    let mut told = btrfs_ioctl_fs_info_args {
        max_id: 0,
        num_devices: 0,
        fsid: [0; 16],
        nodesize: 0,
        sectorsize: 0,
        clone_alignment: 0,
        csum_type: 0,
        csum_size: 0,
        flags: 0,
        generation: 0,
        metadata_uuid: [0; 16],
        reserved: [0; 944],
    };
    describe(folder, &mut told)?;
    Ok(told.fsid)
}

/// The number of the subvolume that a folder is in.
pub(super) fn subvolume(folder: impl AsFd) -> Result<u64> {
    let mut asked =
        btrfs_ioctl_ino_lookup_args { treeid: 0, objectid: u64::from(TOP), name: [0; 4080] };
    look_up(folder, &mut asked)?;
    Ok(asked.treeid)
}

/// Makes a subvolume of that name in a folder.
pub(in crate::verbs::homes) fn create(folder: impl AsFd, name: &str) -> Result<()> {
    let mut made = btrfs_ioctl_vol_args { fd: 0, name: [0; 4088] };
    // A null follows the name.
    if name.is_empty() || name.len() >= made.name.len() {
        return Err(Errno::NAMETOOLONG);
    }
    for (place, byte) in made.name.iter_mut().zip(name.bytes()) {
        *place = c_char::from_ne_bytes([byte]);
    }
    make(folder, &mut made)
}

/// Removes the subvolume of that number, which may hold files and no other subvolume, wherever it is on the
/// file system of the folder.
pub(super) fn destroy(folder: impl AsFd, subvolume: u64) -> Result<()> {
    let mut which = btrfs_ioctl_vol_args_v2__bindgen_ty_2 { name: [0; 4040] };
    which.subvolid = subvolume;
    let mut gone = btrfs_ioctl_vol_args_v2 {
        fd: 0,
        transid: 0,
        flags: u64::from(BTRFS_SUBVOL_SPEC_BY_ID),
        __bindgen_anon_1: btrfs_ioctl_vol_args_v2__bindgen_ty_1 { unused: [0; 4] },
        __bindgen_anon_2: which,
    };
    discard(folder, &mut gone)
}

/// Limits what the subvolume of that number holds, in bytes; lifts its limit where none is given.
pub(super) fn limit(folder: impl AsFd, subvolume: u64, bytes: Option<u64>) -> Result<()> {
    let mut limit = btrfs_ioctl_qgroup_limit_args {
        qgroupid: subvolume,
        lim: btrfs_qgroup_limit {
            flags: u64::from(BTRFS_QGROUP_LIMIT_MAX_RFER),
            // All bits set take the limit away.
            max_rfer: bytes.unwrap_or(u64::MAX),
            max_excl: 0,
            rsv_rfer: 0,
            rsv_excl: 0,
        },
    };
    set_limit(folder, &mut limit)
}

/// Forgets what was counted of the subvolume of that number, which is gone.
pub(super) fn forget(folder: impl AsFd, subvolume: u64) -> Result<()> {
    set_group(folder, &mut btrfs_ioctl_qgroup_create_args { create: 0, qgroupid: subvolume })
}

/// The subvolumes that are right in that of a number, as far as one search finds them, from the one after
/// `after` on; none once there are no more.
pub(super) fn references(
    folder: impl AsFd,
    parent: u64,
    after: Option<&Reference>,
) -> Result<Vec<Reference>> {
    let Some(first) = after.map_or(Some(0), |last| last.child.checked_add(1)) else {
        return Ok(Vec::new());
    };
    let mut found = btrfs_ioctl_search_args {
        key: btrfs_ioctl_search_key {
            tree_id: u64::from(BTRFS_ROOT_TREE_OBJECTID),
            min_objectid: parent,
            max_objectid: parent,
            min_offset: first,
            max_offset: u64::MAX,
            min_transid: 0,
            max_transid: u64::MAX,
            min_type: BTRFS_ROOT_REF_KEY,
            max_type: BTRFS_ROOT_REF_KEY,
            nr_items: u32::MAX,
            unused: 0,
            unused1: 0,
            unused2: 0,
            unused3: 0,
            unused4: 0,
        },
        buf: [0; FOUND],
    };
    search(folder, &mut found)?;
    let bytes = found.buf.map(|byte| u8::from_ne_bytes(byte.to_ne_bytes()));
    Ok(refs::parse(&bytes, found.key.nr_items))
}
