//! Transfers: a file a function.

pub mod abort_transfer_session;
pub mod analyze_transfer_session_remote;
pub mod available_transfer_modules;
pub mod create_remote_root_transfer_session;
pub mod create_remote_user_transfer_session;
pub mod delete_account_archives;
pub mod enqueue_transfer_item;
pub mod fetch_transfer_session_log;
pub mod get_transfer_session_state;
pub mod pause_transfer_session;
pub mod remote_basic_credential_check;
pub mod retrieve_transfer_session_remote_analysis;
pub mod start_transfer_session;
pub mod transfer_module_schema;
pub mod validate_system_user;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Transfers",
    functions: &[
        Entry::of::<abort_transfer_session::AbortTransferSession>(),
        Entry::of::<analyze_transfer_session_remote::AnalyzeTransferSessionRemote>(),
        Entry::of::<available_transfer_modules::AvailableTransferModules>(),
        Entry::of::<create_remote_root_transfer_session::CreateRemoteRootTransferSession>(),
        Entry::of::<create_remote_user_transfer_session::CreateRemoteUserTransferSession>(),
        Entry::of::<delete_account_archives::DeleteAccountArchives>(),
        Entry::of::<enqueue_transfer_item::EnqueueTransferItem>(),
        Entry::of::<fetch_transfer_session_log::FetchTransferSessionLog>(),
        Entry::of::<get_transfer_session_state::GetTransferSessionState>(),
        Entry::of::<pause_transfer_session::PauseTransferSession>(),
        Entry::of::<remote_basic_credential_check::RemoteBasicCredentialCheck>(),
        Entry::of::<retrieve_transfer_session_remote_analysis::RetrieveTransferSessionRemoteAnalysis>(
        ),
        Entry::of::<start_transfer_session::StartTransferSession>(),
        Entry::of::<transfer_module_schema::TransferModuleSchema>(),
        Entry::of::<validate_system_user::ValidateSystemUser>(),
    ],
};
