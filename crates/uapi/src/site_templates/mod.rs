//! The module `SiteTemplates` of UAPI: a file a function.

pub mod list_site_templates;
pub mod list_user_settings;
pub mod publish;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "SiteTemplates",
    functions: &[
        Entry::of::<list_site_templates::ListSiteTemplates>(),
        Entry::of::<list_user_settings::ListUserSettings>(),
        Entry::of::<publish::Publish>(),
    ],
};
