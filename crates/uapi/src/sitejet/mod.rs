//! The module `Sitejet` of UAPI: a file a function.

pub mod add_api_token;
pub mod create_account;
pub mod create_restore_point;
pub mod create_website;
pub mod get_all_user_sitejet_info;
pub mod get_api_token;
pub mod get_preview_url;
pub mod get_sso_link;
pub mod get_templates;
pub mod restore_document_root;
pub mod set_template;
pub mod start_publish;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Sitejet",
    functions: &[
        Entry::of::<add_api_token::AddApiToken>(),
        Entry::of::<create_account::CreateAccount>(),
        Entry::of::<create_restore_point::CreateRestorePoint>(),
        Entry::of::<create_website::CreateWebsite>(),
        Entry::of::<get_all_user_sitejet_info::GetAllUserSitejetInfo>(),
        Entry::of::<get_api_token::GetApiToken>(),
        Entry::of::<get_preview_url::GetPreviewUrl>(),
        Entry::of::<get_sso_link::GetSsoLink>(),
        Entry::of::<get_templates::GetTemplates>(),
        Entry::of::<restore_document_root::RestoreDocumentRoot>(),
        Entry::of::<set_template::SetTemplate>(),
        Entry::of::<start_publish::StartPublish>(),
    ],
};
