//! The web server's settings of a domain, as several functions tell them.

use api::{
    Account, DomainName, Flag, Host, Result,
    records::{DomainKind, DomainRecord, Tx},
};

use super::{Domains, https::Https, root, roots};
use crate::domain::tls::hosts;

/// The settings of the site that answers for a domain.
#[derive(Debug, Clone)]
pub struct SiteSettings {
    /// The domain.
    pub domain: DomainName,
    /// What it is to its account.
    pub kind: DomainKind,
    /// The site's name: another one for an alias and an addon domain.
    pub name: DomainName,
    /// The site's other names, parted by spaces.
    pub names: String,
    /// The folder of the site, as a whole path.
    pub folder: String,
    /// Whether the web server calls the site by its name, whatever the visitor called it.
    pub canonical: Flag,
    /// What is said of HTTPS.
    pub https: Https,
    /// Whether it is, or is below, a domain that was made up for the time being.
    pub temporary: Flag,
}

/// The settings of all domains of an account, by domain.
pub fn all(host: &Host, tx: &dyn Tx, account: &Account) -> Result<Vec<SiteSettings>> {
    let domains = Domains::of(tx, account.name())?;
    domains.all().iter().map(|row| of(host, tx, account, &domains, row)).collect()
}

/// A name under which a site is served.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Served {
    /// The name.
    pub name: String,
    /// The site's own name.
    pub site: String,
    /// Whether the site has a certificate.
    pub has_certificate: Flag,
}

/// Every name under which the sites of an account are served.
pub fn names(tx: &dyn Tx, account: &Account) -> Result<Vec<Served>> {
    let domains = Domains::of(tx, account.name())?;
    let mut names = Vec::new();
    for row in domains.all() {
        let site = domains.site_of(row);
        let has_certificate = Flag(hosts::find(tx, site)?.is_some());
        let site = site.name.to_string();
        let www = (!row.name.is_wildcard()).then(|| format!("www.{}", row.name));
        for name in std::iter::once(row.name.to_string()).chain(www) {
            names.push(Served { name, site: site.clone(), has_certificate });
        }
    }
    Ok(names)
}

/// The settings of a domain of an account.
pub fn of(
    host: &Host,
    tx: &dyn Tx,
    account: &Account,
    domains: &Domains,
    row: &DomainRecord,
) -> Result<SiteSettings> {
    let site = domains.site_of(row);
    let (record, sub) = (account.record(), row.kind == DomainKind::Sub);
    let under = if sub { root(row) } else { &row.name };
    Ok(SiteSettings {
        domain: row.name.clone(),
        kind: row.kind,
        name: site.name.clone(),
        names: other_names(domains, site).join(" "),
        folder: roots::whole(account, &site.document_root),
        canonical: site.canonical,
        https: Https::of(host, tx, domains, row)?,
        temporary: Flag(record.temporary_domain.0 && *under == record.domain),
    })
}

/// The other names of a site.
pub fn other_names(domains: &Domains, site: &DomainRecord) -> Vec<String> {
    let www = |name: &DomainName| (!name.is_wildcard()).then(|| format!("www.{name}"));
    let mut names: Vec<String> = www(&site.name).into_iter().collect();
    for other in domains.names_of(&site.name) {
        names.push(other.name.to_string());
        names.extend(www(&other.name));
    }
    names
}

/// `On` or `Off`, as the web server's settings have it.
pub fn on_or_off(flag: Flag) -> &'static str {
    if flag.0 { "On" } else { "Off" }
}
