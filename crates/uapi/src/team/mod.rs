//! The module `Team` of UAPI: a file a function.

pub mod add_roles;
pub mod add_team_user;
pub mod cancel_expire;
pub mod edit_team_user;
pub mod get_team_users_with_roles_count;
pub mod list_team;
pub mod password_reset_request;
pub mod reinstate_team_user;
pub mod remove_roles;
pub mod remove_team_user;
pub mod set_contact_email;
pub mod set_expire;
pub mod set_locale;
pub mod set_notes;
pub mod set_password;
pub mod set_roles;
pub mod suspend_team_user;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Team",
    functions: &[
        Entry::of::<add_roles::AddRoles>(),
        Entry::of::<add_team_user::AddTeamUser>(),
        Entry::of::<cancel_expire::CancelExpire>(),
        Entry::of::<edit_team_user::EditTeamUser>(),
        Entry::of::<get_team_users_with_roles_count::GetTeamUsersWithRolesCount>(),
        Entry::of::<list_team::ListTeam>(),
        Entry::of::<password_reset_request::PasswordResetRequest>(),
        Entry::of::<reinstate_team_user::ReinstateTeamUser>(),
        Entry::of::<remove_roles::RemoveRoles>(),
        Entry::of::<remove_team_user::RemoveTeamUser>(),
        Entry::of::<set_contact_email::SetContactEmail>(),
        Entry::of::<set_expire::SetExpire>(),
        Entry::of::<set_locale::SetLocale>(),
        Entry::of::<set_notes::SetNotes>(),
        Entry::of::<set_password::SetPassword>(),
        Entry::of::<set_roles::SetRoles>(),
        Entry::of::<suspend_team_user::SuspendTeamUser>(),
    ],
};
