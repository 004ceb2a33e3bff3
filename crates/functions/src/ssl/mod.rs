//! SSL: a file a function.

pub mod disable_autossl;
pub mod fetch_service_ssl_components;
pub mod fetch_ssl_certificates_for_fqdns;
pub mod fetch_ssl_vhosts;
pub mod fetch_vhost_ssl_components;
pub mod fetchcrtinfo;
pub mod fetchsslinfo;
pub mod generatessl;
pub mod get_autossl_check_schedule;
pub mod get_autossl_log;
pub mod get_autossl_logs_catalog;
pub mod get_autossl_metadata;
pub mod get_autossl_pending_queue;
pub mod get_autossl_pending_queue_for_domain;
pub mod get_autossl_pending_queue_for_user;
pub mod get_autossl_problems_for_domain;
pub mod get_autossl_problems_for_user;
pub mod get_autossl_providers;
pub mod get_best_ssldomain_for_service;
pub mod install_service_ssl_certificate;
pub mod installssl;
pub mod listcrts;
pub mod rebuildinstalledssldb;
pub mod rebuilduserssldb;
pub mod reset_autossl_provider;
pub mod reset_service_ssl_certificate;
pub mod set_autossl_metadata;
pub mod set_autossl_metadata_key;
pub mod set_autossl_provider;
pub mod start_autossl_check_for_all_users;
pub mod start_autossl_check_for_one_user;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "SSL",
    functions: &[
        Entry::of::<disable_autossl::DisableAutossl>(),
        Entry::of::<fetch_service_ssl_components::FetchServiceSslComponents>(),
        Entry::of::<fetch_ssl_certificates_for_fqdns::FetchSslCertificatesForFqdns>(),
        Entry::of::<fetch_ssl_vhosts::FetchSslVhosts>(),
        Entry::of::<fetch_vhost_ssl_components::FetchVhostSslComponents>(),
        Entry::of::<fetchcrtinfo::Fetchcrtinfo>(),
        Entry::of::<fetchsslinfo::Fetchsslinfo>(),
        Entry::of::<generatessl::Generatessl>(),
        Entry::of::<get_autossl_check_schedule::GetAutosslCheckSchedule>(),
        Entry::of::<get_autossl_log::GetAutosslLog>(),
        Entry::of::<get_autossl_logs_catalog::GetAutosslLogsCatalog>(),
        Entry::of::<get_autossl_metadata::GetAutosslMetadata>(),
        Entry::of::<get_autossl_pending_queue::GetAutosslPendingQueue>(),
        Entry::of::<get_autossl_pending_queue_for_domain::GetAutosslPendingQueueForDomain>(),
        Entry::of::<get_autossl_pending_queue_for_user::GetAutosslPendingQueueForUser>(),
        Entry::of::<get_autossl_problems_for_domain::GetAutosslProblemsForDomain>(),
        Entry::of::<get_autossl_problems_for_user::GetAutosslProblemsForUser>(),
        Entry::of::<get_autossl_providers::GetAutosslProviders>(),
        Entry::of::<get_best_ssldomain_for_service::GetBestSsldomainForService>(),
        Entry::of::<install_service_ssl_certificate::InstallServiceSslCertificate>(),
        Entry::of::<installssl::Installssl>(),
        Entry::of::<listcrts::Listcrts>(),
        Entry::of::<rebuildinstalledssldb::Rebuildinstalledssldb>(),
        Entry::of::<rebuilduserssldb::Rebuilduserssldb>(),
        Entry::of::<reset_autossl_provider::ResetAutosslProvider>(),
        Entry::of::<reset_service_ssl_certificate::ResetServiceSslCertificate>(),
        Entry::of::<set_autossl_metadata::SetAutosslMetadata>(),
        Entry::of::<set_autossl_metadata_key::SetAutosslMetadataKey>(),
        Entry::of::<set_autossl_provider::SetAutosslProvider>(),
        Entry::of::<start_autossl_check_for_all_users::StartAutosslCheckForAllUsers>(),
        Entry::of::<start_autossl_check_for_one_user::StartAutosslCheckForOneUser>(),
    ],
};
