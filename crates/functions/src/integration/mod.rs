//! Integration: a file a function.

pub mod batch;
pub mod cpanel;
pub mod create_integration_group;
pub mod create_integration_link;
pub mod get_integration_link_user_config;
pub mod list_integration_groups;
pub mod list_integration_links;
pub mod remove_integration_group;
pub mod remove_integration_link;
pub mod uapi_cpanel;
pub mod update_integration_link_token;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Integration",
    functions: &[
        Entry::of::<batch::Batch>(),
        Entry::of::<cpanel::Cpanel>(),
        Entry::of::<create_integration_group::CreateIntegrationGroup>(),
        Entry::of::<create_integration_link::CreateIntegrationLink>(),
        Entry::of::<get_integration_link_user_config::GetIntegrationLinkUserConfig>(),
        Entry::of::<list_integration_groups::ListIntegrationGroups>(),
        Entry::of::<list_integration_links::ListIntegrationLinks>(),
        Entry::of::<remove_integration_group::RemoveIntegrationGroup>(),
        Entry::of::<remove_integration_link::RemoveIntegrationLink>(),
        Entry::of::<update_integration_link_token::UpdateIntegrationLinkToken>(),
        Entry::of::<uapi_cpanel::UapiCpanel>(),
    ],
};
