//! The module `Mysql` of UAPI: a file a function.

pub mod add_host;
pub mod add_host_note;
pub mod check_database;
pub mod create_database;
pub mod create_user;
pub mod delete_database;
pub mod delete_host;
pub mod delete_user;
pub mod dump_database_schema;
pub mod get_host_notes;
pub mod get_privileges_on_database;
pub mod get_restrictions;
pub mod get_server_information;
pub mod list_databases;
pub mod list_routines;
pub mod list_users;
pub mod locate_server;
pub mod rename_database;
pub mod rename_user;
pub mod repair_database;
pub mod revoke_access_to_database;
pub mod set_password;
pub mod set_privileges_on_database;
pub mod setup_db_and_user;
pub mod update_privileges;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Mysql",
    functions: &[
        Entry::of::<add_host::AddHost>(),
        Entry::of::<add_host_note::AddHostNote>(),
        Entry::of::<check_database::CheckDatabase>(),
        Entry::of::<create_database::CreateDatabase>(),
        Entry::of::<create_user::CreateUser>(),
        Entry::of::<delete_database::DeleteDatabase>(),
        Entry::of::<delete_host::DeleteHost>(),
        Entry::of::<delete_user::DeleteUser>(),
        Entry::of::<dump_database_schema::DumpDatabaseSchema>(),
        Entry::of::<get_host_notes::GetHostNotes>(),
        Entry::of::<get_privileges_on_database::GetPrivilegesOnDatabase>(),
        Entry::of::<get_restrictions::GetRestrictions>(),
        Entry::of::<get_server_information::GetServerInformation>(),
        Entry::of::<list_databases::ListDatabases>(),
        Entry::of::<list_routines::ListRoutines>(),
        Entry::of::<list_users::ListUsers>(),
        Entry::of::<locate_server::LocateServer>(),
        Entry::of::<rename_database::RenameDatabase>(),
        Entry::of::<rename_user::RenameUser>(),
        Entry::of::<repair_database::RepairDatabase>(),
        Entry::of::<revoke_access_to_database::RevokeAccessToDatabase>(),
        Entry::of::<set_password::SetPassword>(),
        Entry::of::<set_privileges_on_database::SetPrivilegesOnDatabase>(),
        Entry::of::<setup_db_and_user::SetupDbAndUser>(),
        Entry::of::<update_privileges::UpdatePrivileges>(),
    ],
};
