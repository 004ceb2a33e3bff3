//! The module `Ftp` of UAPI: a file a function.

pub mod add_ftp;
pub mod allows_anonymous_ftp;
pub mod allows_anonymous_ftp_incoming;
pub mod delete_ftp;
pub mod ftp_exists;
pub mod get_ftp_daemon_info;
pub mod get_port;
pub mod get_quota;
pub mod get_welcome_message;
pub mod kill_session;
pub mod list_ftp;
pub mod list_ftp_with_disk;
pub mod list_sessions;
pub mod passwd;
pub mod server_name;
pub mod set_anonymous_ftp;
pub mod set_anonymous_ftp_incoming;
pub mod set_homedir;
pub mod set_quota;
pub mod set_welcome_message;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Ftp",
    functions: &[
        Entry::of::<add_ftp::AddFtp>(),
        Entry::of::<allows_anonymous_ftp::AllowsAnonymousFtp>(),
        Entry::of::<allows_anonymous_ftp_incoming::AllowsAnonymousFtpIncoming>(),
        Entry::of::<delete_ftp::DeleteFtp>(),
        Entry::of::<ftp_exists::FtpExists>(),
        Entry::of::<get_ftp_daemon_info::GetFtpDaemonInfo>(),
        Entry::of::<get_port::GetPort>(),
        Entry::of::<get_quota::GetQuota>(),
        Entry::of::<get_welcome_message::GetWelcomeMessage>(),
        Entry::of::<kill_session::KillSession>(),
        Entry::of::<list_ftp::ListFtp>(),
        Entry::of::<list_ftp_with_disk::ListFtpWithDisk>(),
        Entry::of::<list_sessions::ListSessions>(),
        Entry::of::<passwd::Passwd>(),
        Entry::of::<server_name::ServerName>(),
        Entry::of::<set_anonymous_ftp::SetAnonymousFtp>(),
        Entry::of::<set_anonymous_ftp_incoming::SetAnonymousFtpIncoming>(),
        Entry::of::<set_homedir::SetHomedir>(),
        Entry::of::<set_quota::SetQuota>(),
        Entry::of::<set_welcome_message::SetWelcomeMessage>(),
    ],
};
