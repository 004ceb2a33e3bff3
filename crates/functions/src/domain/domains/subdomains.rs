//! Subdomains: how they come and go, and where their sites lie.

use api::{
    Account, Cx, DomainName, Error, Flag, Kind, Result,
    records::{DomainKind, DomainRecord, Subject},
};

use super::{Domains, aliases, check, label, redirects, roots, zone_names};
use crate::domain::{accounts::domains, change::Change};

/// A subdomain as it is wished.
pub struct Wish<'a> {
    /// The parameter that has the label.
    pub param: &'static str,
    /// The label: see [`check::label`].
    pub label: &'a str,
    /// Where its site is to lie below the home; otherwise [`roots::of_label`].
    pub document_root: Option<String>,
    /// Whether the web server calls the site by this name.
    pub canonical: Flag,
}

/// Adds a subdomain below a domain of the account.
pub fn add(
    cx: &Cx<'_>,
    change: &mut Change<'_>,
    account: &Account,
    domains: &Domains,
    root: &DomainRecord,
    wish: Wish<'_>,
) -> Result<DomainRecord> {
    check::room(account, domains, wish.param, DomainKind::Sub)?;
    make(cx, change, account, domains, root, wish)
}

/// Adds a subdomain, whatever the limit is.
pub(super) fn make(
    cx: &Cx<'_>,
    change: &mut Change<'_>,
    account: &Account,
    domains: &Domains,
    root: &DomainRecord,
    wish: Wish<'_>,
) -> Result<DomainRecord> {
    if root.name.is_wildcard() {
        return Err(Error::param("rootdomain", "there is nothing below a wildcard."));
    }
    let name = below(&root.name, wish.param, wish.label)?;
    // Below a subdomain is below the domain that has it: so a subdomain is never another's root.
    let root = match &root.parent {
        Some(above) if root.kind == DomainKind::Sub => domains.get("rootdomain", above)?,
        _ => root,
    };
    check::free(cx, change.tx(), account, wish.param, &name)?;
    let mut row = DomainRecord {
        name,
        account: account.name().clone(),
        kind: DomainKind::Sub,
        document_root: String::new(),
        parent: Some(root.name.clone()),
        canonical: wish.canonical,
    };
    row.document_root = wish.document_root.unwrap_or_else(|| roots::of_label(label(&row)));
    domains::add(change, &row)?;
    zone_names::add(cx, change, account.record(), &row.name)?;
    Ok(row)
}

/// The name of a label below a domain.
pub(super) fn below(root: &DomainName, param: &str, label: &str) -> Result<DomainName> {
    let name = match label.strip_prefix('*') {
        Some(rest) => match rest.strip_prefix('.') {
            Some(rest) => root.child(rest).and_then(|name| name.wildcard()),
            None => root.wildcard(),
        },
        None => root.child(label),
    };
    name.map_err(|problem| Error::param(param, problem))
}

/// Removes a subdomain. Its folder stays.
pub fn remove(
    cx: &Cx<'_>,
    change: &mut Change<'_>,
    account: &Account,
    domains: &Domains,
    row: &DomainRecord,
) -> Result<()> {
    let addons: Vec<&str> = domains.names_of(&row.name).map(|row| row.name.as_str()).collect();
    if !addons.is_empty() {
        return Err(Error::new(
            Kind::Conflict,
            format!(
                "domain: “{}” is the site of the addon domains {}; remove them first.",
                row.name,
                addons.join(", ")
            ),
        ));
    }
    withdraw(cx, change, account, row)
}

/// Removes a subdomain that nothing depends on.
pub fn withdraw(
    cx: &Cx<'_>,
    change: &mut Change<'_>,
    account: &Account,
    row: &DomainRecord,
) -> Result<()> {
    zone_names::remove(cx, change, account.record(), &row.name)?;
    aliases::remove_zone(change, account, &row.name)?;
    redirects::remove_all(change, &row.name)?;
    domains::remove(change, &row.name)
}

/// Has the site of a subdomain or an addon domain lie in another folder, with all its names.
pub fn move_site(
    change: &mut Change<'_>,
    domains: &Domains,
    row: &DomainRecord,
    document_root: &str,
) -> Result<()> {
    let site = domains.site_of(row);
    if site.kind != DomainKind::Sub {
        let rule = "the folder of the main domain's site, and so of its aliases, stays.";
        return Err(Error::param("domain", rule));
    }
    for one in std::iter::once(site).chain(domains.names_of(&site.name)) {
        let document_root = document_root.to_owned();
        change.save(&DomainRecord { document_root, ..one.clone() })?;
        change.touch(Subject::Site(one.name.clone()));
    }
    Ok(())
}
