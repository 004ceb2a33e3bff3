//! Server Administration: a file a function.

pub mod add_configclusterserver;
pub mod configurebackgroundprocesskiller;
pub mod configureservice;
pub mod cors_proxy_get;
pub mod create_user_session;
pub mod delete_configclusterserver;
pub mod enable_monitor_all_enabled_services;
pub mod get_all_contact_importances;
pub mod get_appconfig_application_list;
pub mod get_application_contact_event_importance;
pub mod get_application_contact_importance;
pub mod get_available_profiles;
pub mod get_current_profile;
pub mod get_password_strength;
pub mod get_remote_access_hash;
pub mod get_service_config;
pub mod get_service_config_key;
pub mod get_tcp4_sockets;
pub mod get_tcp6_sockets;
pub mod get_tweaksetting;
pub mod get_udp4_sockets;
pub mod get_udp6_sockets;
pub mod get_update_availability;
pub mod get_users_links;
pub mod getdiskusage;
pub mod gethostname;
pub mod is_role_enabled;
pub mod list_configclusterservers;
pub mod loadavg;
pub mod nvget;
pub mod nvset;
pub mod personalization_get;
pub mod personalization_set;
pub mod purchase_a_license;
pub mod reboot;
pub mod remove_in_progress_exim_config_edit;
pub mod restartservice;
pub mod restore_config_from_file;
pub mod restore_config_from_upload;
pub mod run_cpkeyclt;
pub mod send_test_posturl;
pub mod send_test_pushbullet_note;
pub mod servicestatus;
pub mod set_application_contact_event_importance;
pub mod set_application_contact_importance;
pub mod set_primary_servername;
pub mod set_service_config_key;
pub mod set_tweaksetting;
pub mod sethostname;
pub mod setminimumpasswordstrengths;
pub mod start_profile_activation;
pub mod system_needs_reboot;
pub mod systemloadavg;
pub mod update_configclusterserver;
pub mod update_contact_email;
pub mod verify_aim_access;
pub mod verify_icq_access;
pub mod verify_oscar_access;
pub mod verify_posturl_access;
pub mod verify_pushbullet_access;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Server Administration",
    functions: &[
        Entry::of::<add_configclusterserver::AddConfigclusterserver>(),
        Entry::of::<configurebackgroundprocesskiller::Configurebackgroundprocesskiller>(),
        Entry::of::<configureservice::Configureservice>(),
        Entry::of::<cors_proxy_get::CorsProxyGet>(),
        Entry::of::<create_user_session::CreateUserSession>(),
        Entry::of::<delete_configclusterserver::DeleteConfigclusterserver>(),
        Entry::of::<enable_monitor_all_enabled_services::EnableMonitorAllEnabledServices>(),
        Entry::of::<get_all_contact_importances::GetAllContactImportances>(),
        Entry::of::<get_appconfig_application_list::GetAppconfigApplicationList>(),
        Entry::of::<get_application_contact_event_importance::GetApplicationContactEventImportance>(
        ),
        Entry::of::<get_application_contact_importance::GetApplicationContactImportance>(),
        Entry::of::<get_available_profiles::GetAvailableProfiles>(),
        Entry::of::<get_current_profile::GetCurrentProfile>(),
        Entry::of::<get_password_strength::GetPasswordStrength>(),
        Entry::of::<get_remote_access_hash::GetRemoteAccessHash>(),
        Entry::of::<get_service_config::GetServiceConfig>(),
        Entry::of::<get_service_config_key::GetServiceConfigKey>(),
        Entry::of::<get_tcp4_sockets::GetTcp4Sockets>(),
        Entry::of::<get_tcp6_sockets::GetTcp6Sockets>(),
        Entry::of::<get_tweaksetting::GetTweaksetting>(),
        Entry::of::<get_udp4_sockets::GetUdp4Sockets>(),
        Entry::of::<get_udp6_sockets::GetUdp6Sockets>(),
        Entry::of::<get_update_availability::GetUpdateAvailability>(),
        Entry::of::<get_users_links::GetUsersLinks>(),
        Entry::of::<getdiskusage::Getdiskusage>(),
        Entry::of::<gethostname::GetHostname>(),
        Entry::of::<is_role_enabled::IsRoleEnabled>(),
        Entry::of::<list_configclusterservers::ListConfigclusterservers>(),
        Entry::of::<loadavg::LoadAvg>(),
        Entry::of::<nvget::NvGet>(),
        Entry::of::<nvset::NvSet>(),
        Entry::of::<personalization_get::PersonalizationGet>(),
        Entry::of::<personalization_set::PersonalizationSet>(),
        Entry::of::<purchase_a_license::PurchaseALicense>(),
        Entry::of::<reboot::Reboot>(),
        Entry::of::<remove_in_progress_exim_config_edit::RemoveInProgressEximConfigEdit>(),
        Entry::of::<restartservice::Restartservice>(),
        Entry::of::<restore_config_from_file::RestoreConfigFromFile>(),
        Entry::of::<restore_config_from_upload::RestoreConfigFromUpload>(),
        Entry::of::<run_cpkeyclt::RunCpkeyclt>(),
        Entry::of::<send_test_posturl::SendTestPosturl>(),
        Entry::of::<send_test_pushbullet_note::SendTestPushbulletNote>(),
        Entry::of::<servicestatus::Servicestatus>(),
        Entry::of::<set_application_contact_event_importance::SetApplicationContactEventImportance>(
        ),
        Entry::of::<set_application_contact_importance::SetApplicationContactImportance>(),
        Entry::of::<set_primary_servername::SetPrimaryServername>(),
        Entry::of::<set_service_config_key::SetServiceConfigKey>(),
        Entry::of::<set_tweaksetting::SetTweaksetting>(),
        Entry::of::<sethostname::Sethostname>(),
        Entry::of::<setminimumpasswordstrengths::SetMinimumPasswordStrengths>(),
        Entry::of::<start_profile_activation::StartProfileActivation>(),
        Entry::of::<system_needs_reboot::SystemNeedsReboot>(),
        Entry::of::<systemloadavg::SystemLoadAvg>(),
        Entry::of::<update_configclusterserver::UpdateConfigclusterserver>(),
        Entry::of::<update_contact_email::UpdateContactEmail>(),
        Entry::of::<verify_aim_access::VerifyAimAccess>(),
        Entry::of::<verify_icq_access::VerifyIcqAccess>(),
        Entry::of::<verify_oscar_access::VerifyOscarAccess>(),
        Entry::of::<verify_posturl_access::VerifyPosturlAccess>(),
        Entry::of::<verify_pushbullet_access::VerifyPushbulletAccess>(),
    ],
};
