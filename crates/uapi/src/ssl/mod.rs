//! The module `SSL` of UAPI: a file a function.

pub mod add_autossl_excluded_domains;
pub mod can_ssl_redirect;
pub mod check_shared_cert;
pub mod delete_cert;
pub mod delete_csr;
pub mod delete_key;
pub mod delete_ssl;
pub mod disable_mail_sni;
pub mod enable_mail_sni;
pub mod fetch_best_for_domain;
pub mod fetch_cert_info;
pub mod fetch_certificates_for_fqdns;
pub mod fetch_key_and_cabundle_for_certificate;
pub mod find_certificates_for_key;
pub mod find_csrs_for_key;
pub mod generate_cert;
pub mod generate_csr;
pub mod generate_key;
pub mod get_autossl_excluded_domains;
pub mod get_autossl_problems;
pub mod get_cabundle;
pub mod get_cn_name;
pub mod install_ssl;
pub mod installed_host;
pub mod installed_hosts;
pub mod is_autossl_check_in_progress;
pub mod is_mail_sni_supported;
pub mod is_sni_supported;
pub mod list_certs;
pub mod list_csrs;
pub mod list_keys;
pub mod list_ssl_items;
pub mod mail_sni_status;
pub mod rebuild_mail_sni_config;
pub mod rebuildssldb;
pub mod remove_autossl_excluded_domains;
pub mod set_autossl_excluded_domains;
pub mod set_cert_friendly_name;
pub mod set_csr_friendly_name;
pub mod set_default_key_type;
pub mod set_key_friendly_name;
pub mod set_primary_ssl;
pub mod show_cert;
pub mod show_csr;
pub mod show_key;
pub mod start_autossl_check;
pub mod toggle_ssl_redirect_for_domains;
pub mod upload_cert;
pub mod upload_key;

#[cfg(test)]
pub(crate) mod samples;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "SSL",
    functions: &[
        Entry::of::<add_autossl_excluded_domains::AddAutosslExcludedDomains>(),
        Entry::of::<can_ssl_redirect::CanSslRedirect>(),
        Entry::of::<check_shared_cert::CheckSharedCert>(),
        Entry::of::<delete_cert::DeleteCert>(),
        Entry::of::<delete_csr::DeleteCsr>(),
        Entry::of::<delete_key::DeleteKey>(),
        Entry::of::<delete_ssl::DeleteSsl>(),
        Entry::of::<disable_mail_sni::DisableMailSni>(),
        Entry::of::<enable_mail_sni::EnableMailSni>(),
        Entry::of::<fetch_best_for_domain::FetchBestForDomain>(),
        Entry::of::<fetch_cert_info::FetchCertInfo>(),
        Entry::of::<fetch_certificates_for_fqdns::FetchCertificatesForFqdns>(),
        Entry::of::<fetch_key_and_cabundle_for_certificate::FetchKeyAndCabundleForCertificate>(),
        Entry::of::<find_certificates_for_key::FindCertificatesForKey>(),
        Entry::of::<find_csrs_for_key::FindCsrsForKey>(),
        Entry::of::<generate_cert::GenerateCert>(),
        Entry::of::<generate_csr::GenerateCsr>(),
        Entry::of::<generate_key::GenerateKey>(),
        Entry::of::<get_autossl_excluded_domains::GetAutosslExcludedDomains>(),
        Entry::of::<get_autossl_problems::GetAutosslProblems>(),
        Entry::of::<get_cabundle::GetCabundle>(),
        Entry::of::<get_cn_name::GetCnName>(),
        Entry::of::<install_ssl::InstallSsl>(),
        Entry::of::<installed_host::InstalledHost>(),
        Entry::of::<installed_hosts::InstalledHosts>(),
        Entry::of::<is_autossl_check_in_progress::IsAutosslCheckInProgress>(),
        Entry::of::<is_mail_sni_supported::IsMailSniSupported>(),
        Entry::of::<is_sni_supported::IsSniSupported>(),
        Entry::of::<list_certs::ListCerts>(),
        Entry::of::<list_csrs::ListCsrs>(),
        Entry::of::<list_keys::ListKeys>(),
        Entry::of::<list_ssl_items::ListSslItems>(),
        Entry::of::<mail_sni_status::MailSniStatus>(),
        Entry::of::<rebuild_mail_sni_config::RebuildMailSniConfig>(),
        Entry::of::<rebuildssldb::Rebuildssldb>(),
        Entry::of::<remove_autossl_excluded_domains::RemoveAutosslExcludedDomains>(),
        Entry::of::<set_autossl_excluded_domains::SetAutosslExcludedDomains>(),
        Entry::of::<set_cert_friendly_name::SetCertFriendlyName>(),
        Entry::of::<set_csr_friendly_name::SetCsrFriendlyName>(),
        Entry::of::<set_default_key_type::SetDefaultKeyType>(),
        Entry::of::<set_key_friendly_name::SetKeyFriendlyName>(),
        Entry::of::<set_primary_ssl::SetPrimarySsl>(),
        Entry::of::<show_cert::ShowCert>(),
        Entry::of::<show_csr::ShowCsr>(),
        Entry::of::<show_key::ShowKey>(),
        Entry::of::<start_autossl_check::StartAutosslCheck>(),
        Entry::of::<toggle_ssl_redirect_for_domains::ToggleSslRedirectForDomains>(),
        Entry::of::<upload_cert::UploadCert>(),
        Entry::of::<upload_key::UploadKey>(),
    ],
};
