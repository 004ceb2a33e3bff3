//! The module `Backup` of UAPI: a file a function.

pub mod fullbackup_to_ftp;
pub mod fullbackup_to_homedir;
pub mod fullbackup_to_scp_with_key;
pub mod fullbackup_to_scp_with_password;
pub mod list_backups;
pub mod restore_databases;
pub mod restore_email_filters;
pub mod restore_email_forwarders;
pub mod restore_files;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Backup",
    functions: &[
        Entry::of::<fullbackup_to_ftp::FullbackupToFtp>(),
        Entry::of::<fullbackup_to_homedir::FullbackupToHomedir>(),
        Entry::of::<fullbackup_to_scp_with_key::FullbackupToScpWithKey>(),
        Entry::of::<fullbackup_to_scp_with_password::FullbackupToScpWithPassword>(),
        Entry::of::<list_backups::ListBackups>(),
        Entry::of::<restore_databases::RestoreDatabases>(),
        Entry::of::<restore_email_filters::RestoreEmailFilters>(),
        Entry::of::<restore_email_forwarders::RestoreEmailForwarders>(),
        Entry::of::<restore_files::RestoreFiles>(),
    ],
};
