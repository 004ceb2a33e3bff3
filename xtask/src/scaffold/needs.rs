//! Which features of an account open a function of UAPI, where the reference says so for a module or
//! the start of its functions' names; all else is every account's.

/// A module, the starts of names (none: all of it), the features of which one opens it. The first
/// that fits counts.
const ROWS: &[(&str, &[&str], &[&str])] = &[
    ("AddonDomain", &[], &["addondomains"]),
    ("Backup", &[], &["backup"]),
    ("Bandwidth", &[], &["bandwidth"]),
    ("BlockIP", &[], &["ipdeny", "blockers"]),
    ("BoxTrapper", &[], &["boxtrapper"]),
    ("CCS", &[], &["caldavcarddav"]),
    ("CPDAVD", &[], &["caldavcarddav"]),
    ("CSVImport", &[], &["csvimport"]),
    ("DCV", &[], &["tls_wizard", "autossl", "sslmanager"]),
    ("DNS", &["mass_edit", "parse_zone", "swap_ip"], &["zoneedit", "simplezoneedit"]),
    ("DNSSEC", &[], &["dnssec"]),
    ("DirectoryIndexes", &[], &["indexmanager"]),
    ("DirectoryPrivacy", &[], &["webprotect"]),
    ("DirectoryProtection", &[], &["webprotect"]),
    ("DynamicDNS", &[], &["dynamicdns"]),
    (
        "Email",
        &["add_auto", "count_auto", "delete_auto", "get_auto", "list_auto"],
        &["autoresponders"],
    ),
    (
        "Email",
        &["add_domain_forwarder", "delete_domain_forwarder", "list_domain_forwarders"],
        &["emaildomainfwd"],
    ),
    (
        "Email",
        &["add_forwarder", "count_forwarders", "delete_forwarder", "list_forwarders"],
        &["forwarders"],
    ),
    (
        "Email",
        &[
            "add_list",
            "add_mailman",
            "count_lists",
            "delete_list",
            "export_lists",
            "generate_mailman",
            "get_lists",
            "get_mailman",
            "has_delegated",
            "list_lists",
            "passwd_list",
            "remove_mailman",
            "set_list",
        ],
        &["lists"],
    ),
    ("Email", &["add_mx", "change_mx", "delete_mx", "set_always", "set_manual"], &["changemx"]),
    ("Email", &["unset_manual_mx"], &["changemx"]),
    (
        "Email",
        &["count_filters", "delete_filter", "disable_filter", "enable_filter", "get_filter"],
        &["emailfilter"],
    ),
    ("Email", &["list_filters", "reorder_filters", "store_filter"], &["emailfilter"]),
    ("Email", &["list_system_filter", "trace_filter"], &["emailfilter"]),
    ("Email", &["add_spam", "disable_spam_a", "enable_spam_a", "get_spam"], &["spamassassin"]),
    ("Email", &["disable_spam_box", "enable_spam_box"], &["spambox"]),
    ("Email", &["list_default", "set_default"], &["defaultaddress"]),
    ("Email", &["trace_delivery"], &["emailtrace"]),
    (
        "Email",
        &[
            "add_pop",
            "browse",
            "delete_pop",
            "dispatch",
            "edit_pop",
            "get_pop",
            "hold",
            "list_pops",
            "passwd_pop",
            "release",
            "suspend",
            "terminate",
            "unsuspend",
            "verify",
        ],
        &["popaccts"],
    ),
    ("EmailAuth", &[], &["emailauth"]),
    ("Fileman", &[], &["filemanager"]),
    ("Ftp", &["add", "delete", "kill", "list", "passwd", "set"], &["ftpaccts"]),
    ("GPG", &[], &["pgp"]),
    ("ImageManager", &[], &["cpanelpro_images"]),
    ("LangPHP", &["php_ini"], &["multiphp_ini_editor"]),
    ("LangPHP", &["php_set", "php_get_vhost", "php_get_impacted"], &["multiphp"]),
    ("Locale", &["set"], &["setlang"]),
    ("LogManager", &[], &["rawlog"]),
    ("Mime", &["add_handler", "delete_handler", "list_handlers"], &["handlers"]),
    ("Mime", &["add_hotlink", "delete_hotlink", "list_hotlinks"], &["hotlink"]),
    ("Mime", &["add_mime", "delete_mime", "list_mime"], &["mime"]),
    ("Mime", &["add_redirect", "delete_redirect"], &["redirects"]),
    ("Mime", &["get_redirect", "list_redirects", "redirect_info"], &["redirects"]),
    ("ModSecurity", &["disable", "enable", "list"], &["modsecurity"]),
    ("Mysql", &[], &["mysql"]),
    ("Park", &[], &["parkeddomains"]),
    ("PassengerApps", &[], &["passengerapps"]),
    ("Postgresql", &[], &["postgres"]),
    ("Restore", &[], &["filerestoration"]),
    ("SSL", &["install_ssl", "delete_ssl", "set_primary"], &["sslinstall"]),
    (
        "SSL",
        &["add_auto", "get_auto", "is_auto", "remove_auto", "set_auto", "start_auto"],
        &["autossl"],
    ),
    (
        "SSL",
        &[
            "delete", "generate", "list_c", "list_k", "list_s", "set_c", "set_d", "set_k", "show",
            "upload",
        ],
        &["sslmanager"],
    ),
    ("SiteTemplates", &[], &["sitepublisher"]),
    ("SpamAssassin", &["clear"], &["spambox"]),
    ("SpamAssassin", &[], &["spamassassin"]),
    ("Stats", &["get_site_errors"], &["errlog"]),
    ("StatsManager", &[], &["statselect"]),
    ("SubDomain", &["add", "change", "del", "list"], &["subdomains"]),
    ("Team", &[], &["team_manager"]),
    ("TeamRoles", &[], &["team_manager"]),
    ("Tokens", &[], &["apitokens"]),
    ("TwoFactorAuth", &[], &["twofactorauth"]),
    ("VersionControl", &[], &["version_control"]),
    ("VersionControlDeployment", &[], &["version_control"]),
    ("WebDisk", &[], &["webdisk"]),
    ("cPGreyList", &["disable", "enable", "list"], &["greylist"]),
];

/// The features of which one opens a function.
pub(super) fn features(module: &str, function: &str) -> &'static [&'static str] {
    let fits = |starts: &[&str]| {
        starts.is_empty() || starts.iter().any(|start| function.starts_with(start))
    };
    let row = ROWS.iter().find(|(of, starts, _)| *of == module && fits(starts));
    row.map(|(_, _, features)| *features).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_is_opened_by_the_features_of_its_row() {
        assert_eq!(features("Email", "add_pop"), ["popaccts"]);
        assert_eq!(features("Mysql", "list_users"), ["mysql"]);
        assert!(features("StatsBar", "get_stats").is_empty());
        assert!(features("Email", "list_mail_domains").is_empty());
    }
}
