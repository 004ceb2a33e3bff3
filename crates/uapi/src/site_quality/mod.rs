//! The module `SiteQuality` of UAPI: a file a function.

pub mod create_project;
pub mod create_site_quality_user;
pub mod delete_site_quality_user;
pub mod get_all_scores;
pub mod get_app_token;
pub mod has_site_quality_user;
pub mod is_site_quality_user_enabled;
pub mod reset_config;
pub mod send_activation_email;
pub mod verify_code;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "SiteQuality",
    functions: &[
        Entry::of::<create_project::CreateProject>(),
        Entry::of::<create_site_quality_user::CreateSiteQualityUser>(),
        Entry::of::<delete_site_quality_user::DeleteSiteQualityUser>(),
        Entry::of::<get_all_scores::GetAllScores>(),
        Entry::of::<get_app_token::GetAppToken>(),
        Entry::of::<has_site_quality_user::HasSiteQualityUser>(),
        Entry::of::<is_site_quality_user_enabled::IsSiteQualityUserEnabled>(),
        Entry::of::<reset_config::ResetConfig>(),
        Entry::of::<send_activation_email::SendActivationEmail>(),
        Entry::of::<verify_code::VerifyCode>(),
    ],
};
