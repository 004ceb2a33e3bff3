//! The server's facts and settings, sessions made for users, what pages keep for their users.

pub mod create_user_session;
pub mod get_password_strength;
pub mod gethostname;
pub mod loadavg;
pub mod nvget;
pub mod nvset;
pub mod personalization_get;
pub mod personalization_set;
pub mod setminimumpasswordstrengths;
pub mod systemloadavg;

use api::{Entry, Group};

/// The group.
pub const GROUP: Group = Group {
    title: "Server Administration",
    functions: &[
        Entry::of::<create_user_session::CreateUserSession>(),
        Entry::of::<get_password_strength::GetPasswordStrength>(),
        Entry::of::<gethostname::GetHostname>(),
        Entry::of::<loadavg::LoadAvg>(),
        Entry::of::<nvget::NvGet>(),
        Entry::of::<nvset::NvSet>(),
        Entry::of::<personalization_get::PersonalizationGet>(),
        Entry::of::<personalization_set::PersonalizationSet>(),
        Entry::of::<setminimumpasswordstrengths::SetMinimumPasswordStrengths>(),
        Entry::of::<systemloadavg::SystemLoadAvg>(),
    ],
};
