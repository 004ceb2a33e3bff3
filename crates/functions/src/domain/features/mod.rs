//! The features that an account may have: the closed list of their names, the lists that switch them
//! on and off, and what follows for one account.

pub mod access;
pub mod lists;

use api::{Error, Result};

/// A thing that an account can do.
#[derive(Debug, Clone, Copy)]
pub struct Feature {
    /// Its name on the wire.
    pub id: &'static str,
    /// Its name for people.
    pub name: &'static str,
    /// Where it stands in the account's menu.
    pub group: Group,
}

/// A heading of the account's menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq, api::Word)]
pub enum Group {
    /// Email.
    #[word("email")]
    Email,
    /// Files.
    #[word("files")]
    Files,
    /// Databases.
    #[word("databases")]
    Databases,
    /// Domains.
    #[word("domains")]
    Domains,
    /// Metrics.
    #[word("metrics")]
    Metrics,
    /// Security.
    #[word("security")]
    Security,
    /// Software.
    #[word("software")]
    Software,
    /// Advanced.
    #[word("advanced")]
    Advanced,
    /// Preferences.
    #[word("preferences")]
    Preferences,
}

/// Every feature, by heading, then by name.
pub const FEATURES: &[Feature] = &[
    feature("autoresponders", "Autoresponders", Group::Email),
    feature("boxtrapper", "BoxTrapper", Group::Email),
    feature("caldavcarddav", "Calendars and Contacts", Group::Email),
    feature("changemx", "Email Routing", Group::Email),
    feature("csvimport", "Address Importer", Group::Email),
    feature("defaultaddress", "Default Address", Group::Email),
    feature("email_disk_usage", "Email Disk Usage", Group::Email),
    feature("emailarchive", "Email Archiving", Group::Email),
    feature("emailauth", "Email Deliverability", Group::Email),
    feature("emaildomainfwd", "Email Domain Forwarding", Group::Email),
    feature("emailfilter", "Email Filtering", Group::Email),
    feature("emailtrace", "Track Delivery", Group::Email),
    feature("forwarders", "Forwarders", Group::Email),
    feature("greylist", "Greylisting", Group::Email),
    feature("lists", "Mailing Lists", Group::Email),
    feature("pgp", "Encryption", Group::Email),
    feature("popaccts", "Email Accounts", Group::Email),
    feature("spamassassin", "Spam Filters", Group::Email),
    feature("spambox", "Spam Box", Group::Email),
    feature("traceaddy", "Address Tracing", Group::Email),
    feature("webmail", "Webmail", Group::Email),
    feature("backup", "Backups", Group::Files),
    feature("cpanelpro_images", "Images", Group::Files),
    feature("diskusageviewer", "Disk Usage", Group::Files),
    feature("filemanager", "File Manager", Group::Files),
    feature("filerestoration", "File Restoration", Group::Files),
    feature("ftpaccts", "FTP Accounts", Group::Files),
    feature("ftpsetup", "FTP Client Settings", Group::Files),
    feature("version_control", "Git Version Control", Group::Files),
    feature("webdisk", "Web Disk", Group::Files),
    feature("webprotect", "Directory Privacy", Group::Files),
    feature("mysql", "MySQL Databases", Group::Databases),
    feature("phpmyadmin", "phpMyAdmin", Group::Databases),
    feature("phppgadmin", "phpPgAdmin", Group::Databases),
    feature("postgres", "PostgreSQL Databases", Group::Databases),
    feature("addondomains", "Addon Domains", Group::Domains),
    feature("dnssec", "DNSSEC", Group::Domains),
    feature("dynamicdns", "Dynamic DNS", Group::Domains),
    feature("parkeddomains", "Aliases", Group::Domains),
    feature("redirects", "Redirects", Group::Domains),
    feature("simplezoneedit", "Zone Editor (A, CNAME)", Group::Domains),
    feature("subdomains", "Subdomains", Group::Domains),
    feature("zoneedit", "Zone Editor (AAAA, CAA, SRV, TXT)", Group::Domains),
    feature("analog", "Analog", Group::Metrics),
    feature("awstats", "AWStats", Group::Metrics),
    feature("bandwidth", "Bandwidth", Group::Metrics),
    feature("errlog", "Errors", Group::Metrics),
    feature("lastvisits", "Visitors", Group::Metrics),
    feature("rawlog", "Raw Access Logs", Group::Metrics),
    feature("statselect", "Statistics Choice", Group::Metrics),
    feature("subdomainstats", "Subdomain Statistics", Group::Metrics),
    feature("webalizer", "Webalizer", Group::Metrics),
    feature("apitokens", "API Tokens", Group::Security),
    feature("autossl", "AutoSSL", Group::Security),
    feature("blockers", "IP Blocker", Group::Security),
    feature("cpanelpro_leechprotect", "Leech Protection", Group::Security),
    feature("hotlink", "Hotlink Protection", Group::Security),
    feature("ipdeny", "IP Deny Manager", Group::Security),
    feature("modsecurity", "ModSecurity", Group::Security),
    feature("ssh", "SSH Access", Group::Security),
    feature("sslinstall", "SSL Installation", Group::Security),
    feature("sslmanager", "SSL Manager", Group::Security),
    feature("tls_wizard", "SSL/TLS Wizard", Group::Security),
    feature("twofactorauth", "Two-Factor Authentication", Group::Security),
    feature("addoncgi", "CGI Center", Group::Software),
    feature("cgi", "CGI Scripts", Group::Software),
    feature("modules-perl", "Perl Modules", Group::Software),
    feature("modules-php-pear", "PHP PEAR Packages", Group::Software),
    feature("modules-ruby", "Ruby Gems", Group::Software),
    feature("multiphp", "MultiPHP Manager", Group::Software),
    feature("multiphp_ini_editor", "MultiPHP INI Editor", Group::Software),
    feature("optimizews", "Optimize Website", Group::Software),
    feature("passengerapps", "Application Manager", Group::Software),
    feature("php-config", "PHP Configuration", Group::Software),
    feature("sitepublisher", "Site Publisher", Group::Software),
    feature("api_shell", "API Shell", Group::Advanced),
    feature("cron", "Cron Jobs", Group::Advanced),
    feature("errpgs", "Error Pages", Group::Advanced),
    feature("handlers", "Apache Handlers", Group::Advanced),
    feature("indexmanager", "Indexes", Group::Advanced),
    feature("mime", "MIME Types", Group::Advanced),
    feature("nettools", "Network Tools", Group::Advanced),
    feature("serverstatus", "Server Status", Group::Advanced),
    feature("getstart", "Getting Started Wizard", Group::Preferences),
    feature("password", "Password and Security", Group::Preferences),
    feature("setlang", "Change Language", Group::Preferences),
    feature("team_manager", "Manage Team", Group::Preferences),
    feature("theme-switch", "Change Theme", Group::Preferences),
    feature("updatecontact", "Contact Information", Group::Preferences),
    feature("updatenotificationprefs", "Contact Preferences", Group::Preferences),
    feature("user_manager", "User Manager", Group::Preferences),
    feature("videotut", "Video Tutorials", Group::Preferences),
];

/// The feature of that name.
pub fn find(id: &str) -> Option<&'static Feature> {
    FEATURES.iter().find(|feature| feature.id == id)
}

/// Refuses a name that is no feature's; `param` is where it was given.
pub fn check(param: &str, id: &str) -> Result<()> {
    match find(id) {
        Some(_) => Ok(()),
        None => {
            Err(Error::param(param, format!("“{}” is no feature", api::values::text::shown(id))))
        }
    }
}

const fn feature(id: &'static str, name: &'static str, group: Group) -> Feature {
    Feature { id, name, group }
}
