//! Authentication: a file a function.

pub mod api_token_create;
pub mod api_token_list;
pub mod api_token_revoke;
pub mod api_token_update;
pub mod disable_authentication_provider;
pub mod disable_failing_authentication_providers;
pub mod enable_authentication_provider;
pub mod get_available_authentication_providers;
pub mod get_login_url;
pub mod get_provider_client_configurations;
pub mod get_provider_configuration_fields;
pub mod get_provider_display_configurations;
pub mod get_users_authn_linked_accounts;
pub mod link_user_authn_provider;
pub mod set_provider_client_configurations;
pub mod set_provider_display_configurations;
pub mod twofactorauth_disable_policy;
pub mod twofactorauth_enable_policy;
pub mod twofactorauth_generate_tfa_config;
pub mod twofactorauth_get_issuer;
pub mod twofactorauth_get_user_configs;
pub mod twofactorauth_policy_status;
pub mod twofactorauth_remove_user_config;
pub mod twofactorauth_set_issuer;
pub mod twofactorauth_set_tfa_config;
pub mod unlink_user_authn_provider;
pub mod validate_login_token;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Authentication",
    functions: &[
        Entry::of::<api_token_create::ApiTokenCreate>(),
        Entry::of::<api_token_list::ApiTokenList>(),
        Entry::of::<api_token_revoke::ApiTokenRevoke>(),
        Entry::of::<api_token_update::ApiTokenUpdate>(),
        Entry::of::<disable_authentication_provider::DisableAuthenticationProvider>(),
        Entry::of::<disable_failing_authentication_providers::DisableFailingAuthenticationProviders>(
        ),
        Entry::of::<enable_authentication_provider::EnableAuthenticationProvider>(),
        Entry::of::<get_available_authentication_providers::GetAvailableAuthenticationProviders>(),
        Entry::of::<get_login_url::GetLoginUrl>(),
        Entry::of::<get_provider_client_configurations::GetProviderClientConfigurations>(),
        Entry::of::<get_provider_configuration_fields::GetProviderConfigurationFields>(),
        Entry::of::<get_provider_display_configurations::GetProviderDisplayConfigurations>(),
        Entry::of::<get_users_authn_linked_accounts::GetUsersAuthnLinkedAccounts>(),
        Entry::of::<link_user_authn_provider::LinkUserAuthnProvider>(),
        Entry::of::<set_provider_client_configurations::SetProviderClientConfigurations>(),
        Entry::of::<set_provider_display_configurations::SetProviderDisplayConfigurations>(),
        Entry::of::<twofactorauth_disable_policy::TwofactorauthDisablePolicy>(),
        Entry::of::<twofactorauth_enable_policy::TwofactorauthEnablePolicy>(),
        Entry::of::<twofactorauth_generate_tfa_config::TwofactorauthGenerateTfaConfig>(),
        Entry::of::<twofactorauth_get_issuer::TwofactorauthGetIssuer>(),
        Entry::of::<twofactorauth_get_user_configs::TwofactorauthGetUserConfigs>(),
        Entry::of::<twofactorauth_policy_status::TwofactorauthPolicyStatus>(),
        Entry::of::<twofactorauth_remove_user_config::TwofactorauthRemoveUserConfig>(),
        Entry::of::<twofactorauth_set_issuer::TwofactorauthSetIssuer>(),
        Entry::of::<twofactorauth_set_tfa_config::TwofactorauthSetTfaConfig>(),
        Entry::of::<unlink_user_authn_provider::UnlinkUserAuthnProvider>(),
        Entry::of::<validate_login_token::ValidateLoginToken>(),
    ],
};
