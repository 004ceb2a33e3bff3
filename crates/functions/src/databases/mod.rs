//! Databases: a file a function.

pub mod background_mysql_upgrade_status;
pub mod current_mysql_version;
pub mod installable_mysql_versions;
pub mod latest_available_mysql_version;
pub mod list_database_users;
pub mod list_databases;
pub mod list_mysql_databases_and_users;
pub mod remote_mysql_create_profile;
pub mod remote_mysql_create_profile_via_ssh;
pub mod remote_mysql_delete_profile;
pub mod remote_mysql_initiate_profile_activation;
pub mod remote_mysql_monitor_profile_activation;
pub mod remote_mysql_read_profile;
pub mod remote_mysql_read_profiles;
pub mod remote_mysql_update_profile;
pub mod remote_mysql_validate_profile;
pub mod rename_mysql_database;
pub mod rename_mysql_user;
pub mod rename_postgresql_database;
pub mod rename_postgresql_user;
pub mod set_local_mysql_root_password;
pub mod set_mysql_password;
pub mod set_postgresql_password;
pub mod start_background_mysql_upgrade;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Databases",
    functions: &[
        Entry::of::<background_mysql_upgrade_status::BackgroundMysqlUpgradeStatus>(),
        Entry::of::<current_mysql_version::CurrentMysqlVersion>(),
        Entry::of::<installable_mysql_versions::InstallableMysqlVersions>(),
        Entry::of::<latest_available_mysql_version::LatestAvailableMysqlVersion>(),
        Entry::of::<list_database_users::ListDatabaseUsers>(),
        Entry::of::<list_databases::ListDatabases>(),
        Entry::of::<list_mysql_databases_and_users::ListMysqlDatabasesAndUsers>(),
        Entry::of::<remote_mysql_create_profile::RemoteMysqlCreateProfile>(),
        Entry::of::<remote_mysql_create_profile_via_ssh::RemoteMysqlCreateProfileViaSsh>(),
        Entry::of::<remote_mysql_delete_profile::RemoteMysqlDeleteProfile>(),
        Entry::of::<remote_mysql_initiate_profile_activation::RemoteMysqlInitiateProfileActivation>(
        ),
        Entry::of::<remote_mysql_monitor_profile_activation::RemoteMysqlMonitorProfileActivation>(),
        Entry::of::<remote_mysql_read_profile::RemoteMysqlReadProfile>(),
        Entry::of::<remote_mysql_read_profiles::RemoteMysqlReadProfiles>(),
        Entry::of::<remote_mysql_update_profile::RemoteMysqlUpdateProfile>(),
        Entry::of::<remote_mysql_validate_profile::RemoteMysqlValidateProfile>(),
        Entry::of::<rename_mysql_database::RenameMysqlDatabase>(),
        Entry::of::<rename_mysql_user::RenameMysqlUser>(),
        Entry::of::<rename_postgresql_database::RenamePostgresqlDatabase>(),
        Entry::of::<rename_postgresql_user::RenamePostgresqlUser>(),
        Entry::of::<set_local_mysql_root_password::SetLocalMysqlRootPassword>(),
        Entry::of::<set_mysql_password::SetMysqlPassword>(),
        Entry::of::<set_postgresql_password::SetPostgresqlPassword>(),
        Entry::of::<start_background_mysql_upgrade::StartBackgroundMysqlUpgrade>(),
    ],
};
