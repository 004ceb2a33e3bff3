//! Where the code differs from the contract on purpose.

/// Functions that the contract does not have: `Module::function`, reason.
pub(crate) const BEYOND: &[(&str, &str)] = &[];

/// Differences: `Module::function`, places (each may end in `*`), reason. Places are what the test
/// prints.
pub(crate) const DEVIATIONS: &[(&str, &[&str], &str)] = &[
    ("Batch::strict", &["effect"], "The functions that it calls say whether they change anything."),
    (
        "DNSSEC::add_zone_key",
        &["parameter algo_num"],
        "An algorithm that does not sign is refused with the reason, which a list of words cannot say.",
    ),
    (
        "DNSSEC::enable_dnssec",
        &["parameter algo_num", "parameter key_setup"],
        "As enable_dnssec_for_domains of WHM has it: ECDSA on P-256 with one key, where nothing is said.",
    ),
    (
        "DNSSEC::fetch_ds_records",
        &["reply *.keys", "reply *.nsec_details"],
        "As fetch_ds_records_for_domains of WHM has it: a zone that is not signed has neither.",
    ),
    (
        "Email::add_pop",
        &["parameter password"],
        "A hash may be given in the place of the password.",
    ),
    ("Email::add_spam_filter", &["parameter account"], FILTERS_OF_ALL),
    ("Email::delete_filter", &["parameter account"], FILTERS_OF_ALL),
    ("Email::disable_filter", &["parameter account"], FILTERS_OF_ALL),
    ("Email::enable_filter", &["parameter account"], FILTERS_OF_ALL),
    ("Email::get_filter", &["parameter account"], FILTERS_OF_ALL),
    ("Email::get_spam_settings", &["parameter account"], FILTERS_OF_ALL),
    ("Email::store_filter", &["parameter account"], FILTERS_OF_ALL),
    ("Email::trace_filter", &["parameter account"], FILTERS_OF_ALL),
    ("Email::get_client_settings", &["parameter account"], FILTERS_OF_ALL),
    (
        "Email::delete_mx",
        &["parameter priority"],
        "Clients leave it out where the host has one record only.",
    ),
    (
        "Email::disable_spam_autodelete",
        &["reply spam_auto_delete"],
        "An enumeration of one number is told as a flag.",
    ),
    (
        "Email::get_spam_settings",
        &["reply spam_as_acl"],
        "An enumeration of one number is told as a number.",
    ),
    (
        "Email::get_webmail_settings",
        &["reply has_maildir"],
        "An enumeration of one number is told as a number.",
    ),
    (
        "Email::get_auto_responder",
        &["parameter email", "reply start", "reply stop"],
        "What stands before the @ of an address is no username; an autoresponder without bounds has neither.",
    ),
    (
        "Email::get_disk_usage",
        &["parameter user"],
        "What stands before the @ of an address is no username.",
    ),
    (
        "Email::list_pops_with_disk",
        &["parameter email"],
        "What stands before the @ of an address is no username.",
    ),
    ("Email::list_filters", &["reply [].enabled"], "It is 0 or 1."),
    (
        "Email::list_forwarders",
        &["parameter domain"],
        "Clients leave it out to have those of all domains.",
    ),
    (
        "Email::list_lists",
        &["reply [].subscribe_policy"],
        "The words of the enumeration are numbers.",
    ),
    (
        "Email::set_list_privacy_options",
        &["parameter subscribe_policy"],
        "The words of the enumeration are numbers.",
    ),
    (
        "Email::set_always_accept",
        &["parameter alwaysaccept", "parameter mxcheck"],
        "Clients send 1 and 0 too; only one of the two parameters is sent.",
    ),
    (
        "Email::set_default_address",
        &["parameter fwdopt", "parameter fwdemail"],
        "The account's own name is no address; `system` is what older clients say for it.",
    ),
    ("Email::trace_delivery", &["reply"], "A tree of any depth, whose nodes hold nodes."),
    (
        "Fileman::list_files",
        &["parameter filepath"],
        "The contract names the numbered ones only in its notes.",
    ),
    (
        "Ftp::get_ftp_daemon_info",
        &["reply name"],
        "The empty word of the enumeration is written as two quotation marks there.",
    ),
    ("Ftp::set_homedir", &["parameter homedir"], "The default depends on the login."),
    (
        "SSL::generate_key",
        &["parameter keysize"],
        "Without it, the kind of key that the account prefers is made.",
    ),
    (
        "SSL::show_csr",
        &["reply details.ecdsa_*"],
        "Requests of elliptic keys are told as certificates of such keys are.",
    ),
    (
        "SpamAssassin::update_user_preference",
        &["reply additionalProperties"],
        "A word of the description's own language, and no key of the answer.",
    ),
    (
        "UserManager::check_account_conflicts",
        &["reply accounts.*"],
        "One kind of entry serves all functions of the module.",
    ),
    (
        "UserManager::list_users",
        &["reply *"],
        "One kind of entry serves all functions of the module.",
    ),
    (
        "UserManager::lookup_service_account",
        &["reply *"],
        "One kind of entry serves all functions of the module.",
    ),
    (
        "UserManager::create_user",
        &["parameter username", "reply"],
        "What stands before the @ of a subaccount is no username; one kind of entry serves all functions of the module.",
    ),
    (
        "UserManager::delete_user",
        &["parameter username", "reply"],
        "What stands before the @ of a subaccount is no username; one kind of entry serves all functions of the module.",
    ),
    (
        "UserManager::merge_service_account",
        &["parameter username", "reply"],
        "What stands before the @ of a subaccount is no username; one kind of entry serves all functions of the module.",
    ),
    (
        "UserManager::edit_user",
        &["parameter username", "parameter services.*", "reply"],
        "What stands before the @ of a subaccount is no username; a service that is not named stays as it is.",
    ),
    (
        "UserManager::lookup_user",
        &["reply"],
        "One kind of entry serves all functions of the module.",
    ),
    (
        "UserManager::dismiss_merge",
        &["parameter username"],
        "What stands before the @ of a subaccount is no username.",
    ),
    (
        "UserManager::unlink_service_account",
        &["parameter username"],
        "What stands before the @ of a subaccount is no username.",
    ),
    ("Batch::strict", &["reply []"], "What each function answered is passed on as it is."),
];

const FILTERS_OF_ALL: &str =
    "The account's own name, which is no address, means the filters of all its mail.";
