//! The module `Ftp` of cPanel API 2: a file a function.

pub mod addftp;
pub mod delftp;
pub mod listftp;
pub mod listftpsessions;
pub mod listftpwithdisk;
pub mod passwd;
pub mod setquota;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Ftp",
    functions: &[
        Entry::of::<addftp::Addftp>(),
        Entry::of::<delftp::Delftp>(),
        Entry::of::<listftp::Listftp>(),
        Entry::of::<listftpsessions::Listftpsessions>(),
        Entry::of::<listftpwithdisk::Listftpwithdisk>(),
        Entry::of::<passwd::Passwd>(),
        Entry::of::<setquota::Setquota>(),
    ],
};
