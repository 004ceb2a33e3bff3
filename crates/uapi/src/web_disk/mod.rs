//! The module `WebDisk` of UAPI: a file a function.

pub mod delete_user;
pub mod set_homedir;
pub mod set_password;
pub mod set_permissions;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "WebDisk",
    functions: &[
        Entry::of::<delete_user::DeleteUser>(),
        Entry::of::<set_homedir::SetHomedir>(),
        Entry::of::<set_password::SetPassword>(),
        Entry::of::<set_permissions::SetPermissions>(),
    ],
};
