//! The module `Postgresql` of UAPI: a file a function.

pub mod create_database;
pub mod create_user;
pub mod delete_database;
pub mod delete_user;
pub mod get_restrictions;
pub mod grant_all_privileges;
pub mod list_databases;
pub mod list_users;
pub mod rename_database;
pub mod rename_user;
pub mod rename_user_no_password;
pub mod revoke_all_privileges;
pub mod set_password;
pub mod update_privileges;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Postgresql",
    functions: &[
        Entry::of::<create_database::CreateDatabase>(),
        Entry::of::<create_user::CreateUser>(),
        Entry::of::<delete_database::DeleteDatabase>(),
        Entry::of::<delete_user::DeleteUser>(),
        Entry::of::<get_restrictions::GetRestrictions>(),
        Entry::of::<grant_all_privileges::GrantAllPrivileges>(),
        Entry::of::<list_databases::ListDatabases>(),
        Entry::of::<list_users::ListUsers>(),
        Entry::of::<rename_database::RenameDatabase>(),
        Entry::of::<rename_user::RenameUser>(),
        Entry::of::<rename_user_no_password::RenameUserNoPassword>(),
        Entry::of::<revoke_all_privileges::RevokeAllPrivileges>(),
        Entry::of::<set_password::SetPassword>(),
        Entry::of::<update_privileges::UpdatePrivileges>(),
    ],
};
