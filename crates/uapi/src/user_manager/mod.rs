//! The module `UserManager` of UAPI: a file a function.

pub mod change_password;
pub mod check_account_conflicts;
pub mod create_user;
pub mod delete_user;
pub mod dismiss_merge;
pub mod edit_user;
pub mod entry;
pub mod list_users;
pub mod lookup_service_account;
pub mod lookup_user;
pub mod merge_service_account;
pub mod unlink_service_account;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "UserManager",
    functions: &[
        Entry::of::<change_password::ChangePassword>(),
        Entry::of::<check_account_conflicts::CheckAccountConflicts>(),
        Entry::of::<create_user::CreateUser>(),
        Entry::of::<delete_user::DeleteUser>(),
        Entry::of::<dismiss_merge::DismissMerge>(),
        Entry::of::<edit_user::EditUser>(),
        Entry::of::<list_users::ListUsers>(),
        Entry::of::<lookup_service_account::LookupServiceAccount>(),
        Entry::of::<lookup_user::LookupUser>(),
        Entry::of::<merge_service_account::MergeServiceAccount>(),
        Entry::of::<unlink_service_account::UnlinkServiceAccount>(),
    ],
};
