//! What accounts do for themselves, by UAPI and cPanel API 2: a folder a module, a file a function,
//! named as called, tests below it. What several share with the functions of WHM is in
//! `functions::domain`.
#![allow(clippy::module_inception, reason = "`Park::park` is in the folder of its module")]

pub mod account_enhancements;
pub mod addon_domain;
pub mod api1;
pub mod api2;
pub mod backup;
pub mod bandwidth;
pub mod batch;
pub mod block_ip;
pub mod box_trapper;
pub mod branding;
pub mod cache_buster;
pub mod ccs;
pub mod chkservd;
pub mod chrome;
pub mod clam_scanner;
pub mod contact_information;
pub mod contactus;
pub mod cp_addons;
pub mod cp_grey_list;
pub mod cpdavd;
pub mod csvimport;
pub mod dav;
pub mod dcv;
pub mod directory_indexes;
pub mod directory_privacy;
pub mod directory_protection;
pub mod dns;
pub mod dnssec;
pub mod domain_info;
pub mod dynamic_dns;
pub mod email;
pub mod email_auth;
pub mod external_authentication;
pub mod features;
pub mod fileman;
pub mod ftp;
pub mod gpg;
pub mod image_manager;
pub mod integration;
pub mod known_hosts;
pub mod lang_php;
pub mod last_login;
pub mod locale;
pub mod log_manager;
pub mod mailboxes;
pub mod market;
pub mod mime;
pub mod mod_security;
pub mod mysql;
pub mod nginx_caching;
pub mod notifications;
pub mod park;
pub mod parser;
pub mod passenger_apps;
pub mod passwd_strength;
pub mod personalization;
pub mod plugins;
pub mod postgresql;
pub mod pushbullet;
pub mod quota;
pub mod resellers;
pub mod resource_usage;
pub mod restore;
pub mod server_information;
pub mod service_proxy;
pub mod session;
pub mod site;
pub mod site_quality;
pub mod site_templates;
pub mod sitejet;
pub mod spam_assassin;
pub mod ssh;
pub mod ssl;
pub mod stats;
pub mod stats_bar;
pub mod stats_manager;
pub mod sub_domain;
pub mod team;
pub mod team_roles;
#[cfg(feature = "testing")]
#[doc(hidden)]
pub mod testing;
pub mod themes;
pub mod tokens;
pub mod two_factor_auth;
pub mod user_manager;
pub mod user_tasks;
pub mod variables;
pub mod version_control;
pub mod version_control_deployment;
pub mod web_disk;
pub mod web_vhosts;
pub mod webmail_apps;
pub mod wordpress_backup;
pub mod wordpress_instance_manager;
pub mod wordpress_restore;
pub mod wordpress_site;

use std::{collections::HashMap, sync::LazyLock};

use api::{Entry, Group};

/// The function of that name in that module of UAPI; both count by case.
pub fn find(module: &str, function: &str) -> Option<&'static Entry> {
    static ENTRIES: LazyLock<Names> = LazyLock::new(|| names(MODULES));
    ENTRIES.get(&(module, function)).copied()
}

/// Functions by module and name.
type Names = HashMap<(&'static str, &'static str), &'static Entry>;

fn names(modules: &'static [Group]) -> Names {
    let entries = modules.iter().flat_map(|module| {
        module.functions.iter().map(|entry| ((module.title, entry.name), entry))
    });
    entries.collect()
}

/// Every module of UAPI, by name.
pub const MODULES: &[Group] = &[
    account_enhancements::GROUP,
    addon_domain::GROUP,
    backup::GROUP,
    bandwidth::GROUP,
    batch::GROUP,
    block_ip::GROUP,
    box_trapper::GROUP,
    branding::GROUP,
    ccs::GROUP,
    cpdavd::GROUP,
    csvimport::GROUP,
    cache_buster::GROUP,
    chkservd::GROUP,
    chrome::GROUP,
    clam_scanner::GROUP,
    contact_information::GROUP,
    contactus::GROUP,
    dav::GROUP,
    dcv::GROUP,
    dns::GROUP,
    dnssec::GROUP,
    directory_indexes::GROUP,
    directory_privacy::GROUP,
    directory_protection::GROUP,
    domain_info::GROUP,
    dynamic_dns::GROUP,
    email::GROUP,
    email_auth::GROUP,
    external_authentication::GROUP,
    features::GROUP,
    fileman::GROUP,
    ftp::GROUP,
    gpg::GROUP,
    image_manager::GROUP,
    integration::GROUP,
    known_hosts::GROUP,
    lang_php::GROUP,
    last_login::GROUP,
    locale::GROUP,
    log_manager::GROUP,
    mailboxes::GROUP,
    market::GROUP,
    mime::GROUP,
    mod_security::GROUP,
    mysql::GROUP,
    nginx_caching::GROUP,
    notifications::GROUP,
    park::GROUP,
    parser::GROUP,
    passenger_apps::GROUP,
    passwd_strength::GROUP,
    personalization::GROUP,
    plugins::GROUP,
    postgresql::GROUP,
    pushbullet::GROUP,
    quota::GROUP,
    resellers::GROUP,
    resource_usage::GROUP,
    restore::GROUP,
    ssh::GROUP,
    ssl::GROUP,
    server_information::GROUP,
    service_proxy::GROUP,
    session::GROUP,
    site_quality::GROUP,
    site_templates::GROUP,
    sitejet::GROUP,
    spam_assassin::GROUP,
    stats::GROUP,
    stats_bar::GROUP,
    stats_manager::GROUP,
    sub_domain::GROUP,
    team::GROUP,
    team_roles::GROUP,
    themes::GROUP,
    tokens::GROUP,
    two_factor_auth::GROUP,
    user_manager::GROUP,
    user_tasks::GROUP,
    variables::GROUP,
    version_control::GROUP,
    version_control_deployment::GROUP,
    web_disk::GROUP,
    web_vhosts::GROUP,
    webmail_apps::GROUP,
    wordpress_backup::GROUP,
    wordpress_instance_manager::GROUP,
    wordpress_restore::GROUP,
    wordpress_site::GROUP,
    cp_addons::GROUP,
    cp_grey_list::GROUP,
];
