//! The module `Session` of UAPI: a file a function.

pub mod create_temp_user;
pub mod create_webmail_session_for_mail_user;
pub mod create_webmail_session_for_mail_user_check_password;
pub mod create_webmail_session_for_self;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Session",
    functions: &[
        Entry::of::<create_temp_user::CreateTempUser>(),
        Entry::of::<create_webmail_session_for_mail_user::CreateWebmailSessionForMailUser>(),
        Entry::of::<create_webmail_session_for_mail_user_check_password::CreateWebmailSessionForMailUserCheckPassword>(),
        Entry::of::<create_webmail_session_for_self::CreateWebmailSessionForSelf>(),
    ],
};
