//! Backups: a file a function.

pub mod backup_config_get;
pub mod backup_config_set;
pub mod backup_data_list;
pub mod backup_destination_add;
pub mod backup_destination_delete;
pub mod backup_destination_get;
pub mod backup_destination_list;
pub mod backup_destination_set;
pub mod backup_destination_validate;
pub mod backup_get_transport_status;
pub mod backup_list_transported;
pub mod backup_set_list;
pub mod backup_set_list_combined;
pub mod backup_skip_users_all;
pub mod backup_skip_users_all_status;
pub mod backup_user_list;
pub mod convert_and_migrate_from_legacy_config;
pub mod get_users_with_backup_metadata;
pub mod list_cparchive_files;
pub mod start_background_pkgacct;
pub mod toggle_user_backup_state;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Backups",
    functions: &[
        Entry::of::<backup_config_get::BackupConfigGet>(),
        Entry::of::<backup_config_set::BackupConfigSet>(),
        Entry::of::<backup_data_list::BackupDataList>(),
        Entry::of::<backup_destination_add::BackupDestinationAdd>(),
        Entry::of::<backup_destination_delete::BackupDestinationDelete>(),
        Entry::of::<backup_destination_get::BackupDestinationGet>(),
        Entry::of::<backup_destination_list::BackupDestinationList>(),
        Entry::of::<backup_destination_set::BackupDestinationSet>(),
        Entry::of::<backup_destination_validate::BackupDestinationValidate>(),
        Entry::of::<backup_get_transport_status::BackupGetTransportStatus>(),
        Entry::of::<backup_list_transported::BackupListTransported>(),
        Entry::of::<backup_set_list::BackupSetList>(),
        Entry::of::<backup_set_list_combined::BackupSetListCombined>(),
        Entry::of::<backup_skip_users_all::BackupSkipUsersAll>(),
        Entry::of::<backup_skip_users_all_status::BackupSkipUsersAllStatus>(),
        Entry::of::<backup_user_list::BackupUserList>(),
        Entry::of::<convert_and_migrate_from_legacy_config::ConvertAndMigrateFromLegacyConfig>(),
        Entry::of::<get_users_with_backup_metadata::GetUsersWithBackupMetadata>(),
        Entry::of::<list_cparchive_files::ListCparchiveFiles>(),
        Entry::of::<start_background_pkgacct::StartBackgroundPkgacct>(),
        Entry::of::<toggle_user_backup_state::ToggleUserBackupState>(),
    ],
};
