//! The module `TwoFactorAuth` of UAPI: a file a function.

pub mod generate_user_configuration;
pub mod get_team_user_configuration;
pub mod get_user_configuration;
pub mod remove_user_configuration;
pub mod set_user_configuration;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "TwoFactorAuth",
    functions: &[
        Entry::of::<generate_user_configuration::GenerateUserConfiguration>(),
        Entry::of::<get_team_user_configuration::GetTeamUserConfiguration>(),
        Entry::of::<get_user_configuration::GetUserConfiguration>(),
        Entry::of::<remove_user_configuration::RemoveUserConfiguration>(),
        Entry::of::<set_user_configuration::SetUserConfiguration>(),
    ],
};
