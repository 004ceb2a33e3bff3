//! What lists say of domains.

use api::{
    Account, DomainName, Host, Result,
    records::{DomainKind, DomainRecord, Tx},
};

use super::{Domains, https::Https, key, label, pattern::Pattern, redirects, root, roots};

/// A domain in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The domain.
    pub domain: DomainName,
    /// Of a subdomain, or the one behind an addon domain: its label and the domain above it with an
    /// underscore between.
    pub key: String,
    /// Its label.
    pub label: String,
    /// The domain above it.
    pub root: DomainName,
    /// Its name.
    pub subdomain: DomainName,
    /// The folder of the site, as a whole path.
    pub folder: String,
    /// The same, relative to the home.
    pub below_home: String,
    /// Where visitors are sent on, if they are.
    pub redirect: Option<String>,
    /// The labels before the domain that the site is served under too.
    pub labels: Vec<String>,
    /// What is said of HTTPS, where it was asked for.
    pub https: Option<Https>,
}

/// The domains of a kind of an account whose names match: subdomains in the order of their keys,
/// others in that of their names. With a host, it is told what is said of HTTPS.
pub fn of(
    tx: &dyn Tx,
    host: Option<&Host>,
    account: &Account,
    kind: DomainKind,
    pattern: &Pattern,
) -> Result<Vec<Listed>> {
    let domains = Domains::of(tx, account.name())?;
    let targets = redirects::of_whole_domains(tx, account.name())?;
    let rows = domains.of_kind(kind).filter(|row| pattern.matches(row.name.as_str()));
    let mut listed = Vec::new();
    for row in rows {
        let https = host.map(|host| Https::of(host, tx, &domains, row)).transpose()?;
        let redirect = targets.get(&row.name).cloned();
        listed.push(Listed { redirect, https, ..self::listed(account, &domains, row) });
    }
    if kind == DomainKind::Sub {
        listed.sort_by(|one, other| one.key.cmp(&other.key));
    }
    Ok(listed)
}

fn listed(account: &Account, domains: &Domains, row: &DomainRecord) -> Listed {
    let site = domains.site_of(row);
    Listed {
        domain: row.name.clone(),
        key: key(site),
        label: label(site).to_owned(),
        root: root(site).clone(),
        subdomain: site.name.clone(),
        folder: roots::whole(account, &row.document_root),
        below_home: row.document_root.clone(),
        redirect: None,
        https: None,
        labels: if row.name.is_wildcard() { Vec::new() } else { vec!["www".to_owned()] },
    }
}
