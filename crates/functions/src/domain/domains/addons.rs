//! Addon domains: a subdomain of the main domain with a domain of its own as its other name.

use api::{
    Account, Cx, DomainName, Error, Flag, Kind, Result,
    records::{DomainKind, DomainRecord},
};

use super::{
    Domains, aliases, key,
    subdomains::{self, Wish},
};
use crate::domain::change::Change;

/// An addon domain as it is wished.
pub struct Addon<'a> {
    /// The domain.
    pub domain: &'a DomainName,
    /// The label of its subdomain.
    pub label: &'a str,
    /// Where its site is to lie below the home.
    pub document_root: Option<String>,
    /// Whether a zone of the account's own by that name is replaced.
    pub force: bool,
}

/// Adds an addon domain. A subdomain of that label that is there is used again, in its folder.
pub fn add(
    cx: &Cx<'_>,
    change: &mut Change<'_>,
    account: &Account,
    domains: &Domains,
    addon: &Addon<'_>,
) -> Result<DomainRecord> {
    if addon.label.contains('*') {
        return Err(Error::param("subdomain", "may not be a wildcard."));
    }
    let main = domains.main()?;
    let name = subdomains::below(&main.name, "subdomain", addon.label)?;
    let site = match domains.find(name.as_str()) {
        Some(row) if row.kind == DomainKind::Sub => reused(cx, row, addon),
        _ => {
            let wish = Wish {
                param: "subdomain",
                label: addon.label,
                document_root: addon.document_root.clone(),
                canonical: Flag(false),
            };
            subdomains::make(cx, change, account, domains, main, wish)?
        }
    };
    let named = ("newdomain", addon.domain);
    aliases::park(cx, change, account, domains, named, &site, addon.force)?;
    Ok(site)
}

fn reused(cx: &Cx<'_>, row: &DomainRecord, addon: &Addon<'_>) -> DomainRecord {
    let other = addon.document_root.as_ref().filter(|folder| **folder != row.document_root);
    if other.is_some() {
        let (name, folder) = (&row.name, &row.document_root);
        cx.warn(format!("dir: “{name}” is there already, and its site stays in “{folder}”."));
    }
    row.clone()
}

/// Removes an addon domain, and its subdomain unless that has other names; then the caller is told.
pub fn remove(
    cx: &Cx<'_>,
    change: &mut Change<'_>,
    account: &Account,
    domains: &Domains,
    (domain, subdomain): (&DomainName, &str),
) -> Result<()> {
    let row = domains.get("domain", domain)?;
    let site = domains.site_of(row);
    let wanted = subdomain.to_ascii_lowercase();
    let together = key(site) == wanted || *site.name.as_str() == *wanted;
    if row.kind != DomainKind::Addon || !together {
        let shown = api::values::text::shown(subdomain);
        let message = format!("subdomain: “{domain}” is no addon domain of “{shown}”.");
        return Err(Error::new(Kind::Conflict, message));
    }
    aliases::unpark(change, account, domains, row)?;
    let mut others = domains.names_of(&site.name).filter(|other| other.name != row.name);
    match others.next() {
        None => subdomains::withdraw(cx, change, account, site),
        Some(other) => {
            let (site, other) = (&site.name, &other.name);
            cx.message(format!("“{site}” stays: it is the site of “{other}” too."));
            Ok(())
        }
    }
}
