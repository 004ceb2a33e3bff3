//! What is told of a domain's site.

use api::{Account, Flag, Output, records::DomainKind};
use functions::domain::domains::settings::{SiteSettings, on_or_off};

/// A domain with its site.
#[derive(Debug, Output)]
pub struct Entry {
    /// The domain.
    pub domain: String,
    /// What it is to the account: `main_domain`, `addon_domain`, `sub_domain` or `parked_domain`.
    #[param(name = "type")]
    pub kind: String,
    /// The site's name; that of the subdomain behind an addon domain.
    pub servername: String,
    /// The site's other names, parted by spaces.
    pub serveralias: String,
    /// The address that error pages name.
    pub serveradmin: String,
    /// The folder of the site, as a whole path.
    pub documentroot: String,
    /// The account's home.
    pub homedir: String,
    /// The IPv4 address of the site.
    pub ip: String,
    /// The account.
    pub user: String,
    /// The group that the site's programs run in.
    pub group: String,
    /// Root or the reseller that owns the account.
    pub owner: String,
    /// Whether CGI programs run.
    pub hascgi: Flag,
    /// Whether the server calls the site by its name, whatever the visitor called it: `On` or `Off`.
    pub usecanonicalname: String,
    /// Whether homes are kept from being served by other sites.
    pub userdirprotect: Flag,
    /// Whether the domain was made up for the time being.
    #[param(absent)]
    pub is_temporary: Option<Flag>,
    /// Whether the site's certificate is good for all its names.
    #[param(absent)]
    pub all_aliases_valid: Option<Flag>,
    /// Whether visitors could be sent on to TLS.
    #[param(absent)]
    pub can_https_redirect: Option<Flag>,
    /// Whether they are.
    #[param(absent)]
    pub is_https_redirecting: Option<Flag>,
}

impl Entry {
    /// What is told of a domain of that account; of TLS only where it is asked for.
    pub fn of(account: &Account, site: SiteSettings, asks_for_https: bool) -> Self {
        let record = account.record();
        let https = asks_for_https.then_some(site.https);
        Self {
            domain: site.domain.to_string(),
            kind: kind(site.kind).to_owned(),
            serveradmin: format!("webmaster@{}", site.name),
            servername: site.name.to_string(),
            serveralias: site.names,
            documentroot: site.folder,
            homedir: record.home.clone(),
            ip: record.ip.clone(),
            user: record.name.to_string(),
            group: record.name.to_string(),
            owner: record.owner.to_string(),
            hascgi: record.cgi,
            usecanonicalname: on_or_off(site.canonical).to_owned(),
            userdirprotect: Flag(true),
            is_temporary: Some(site.temporary),
            all_aliases_valid: https.map(|https| https.all_names),
            can_https_redirect: https.map(|https| https.possible),
            is_https_redirecting: https.map(|https| https.on),
        }
    }
}

fn kind(kind: DomainKind) -> &'static str {
    match kind {
        DomainKind::Main => "main_domain",
        DomainKind::Addon => "addon_domain",
        DomainKind::Sub => "sub_domain",
        DomainKind::Parked => "parked_domain",
    }
}
