//! The module `Mysql` of cPanel API 1: a file a function.

pub mod adddb;
pub mod addhost;
pub mod adduser;
pub mod adduserdb;
pub mod deldb;
pub mod delhost;
pub mod deluser;
pub mod deluserdb;
pub mod number_of_dbs;
pub mod updateprivs;

use api::{Entry, Group};

/// The functions, by name.
pub const GROUP: Group = Group {
    title: "Mysql",
    functions: &[
        Entry::of::<adddb::AddDb>(),
        Entry::of::<addhost::AddHost>(),
        Entry::of::<adduser::AddUser>(),
        Entry::of::<adduserdb::AddUserDb>(),
        Entry::of::<deldb::DelDb>(),
        Entry::of::<delhost::DelHost>(),
        Entry::of::<deluser::DelUser>(),
        Entry::of::<deluserdb::DelUserDb>(),
        Entry::of::<number_of_dbs::NumberOfDbs>(),
        Entry::of::<updateprivs::UpdatePrivs>(),
    ],
};
