//! Other names of a site: aliases of the main domain's, addon domains of a subdomain's. Each has a
//! zone of its own.

use api::{
    Account, Cx, DomainName, Error, Flag, Kind, Result,
    records::{DomainKind, DomainRecord, ZoneRecord},
};

use super::{Domains, check, redirects};
use crate::domain::{accounts::domains, change::Change, zones};

/// The domain without the `www.` that somebody put before it.
pub fn bare(domain: &DomainName) -> DomainName {
    let bare = domain.as_str().strip_prefix("www.").and_then(|bare| bare.parse().ok());
    bare.unwrap_or_else(|| domain.clone())
}

/// Gives a site of the account another name.
pub fn park(
    cx: &Cx<'_>,
    change: &mut Change<'_>,
    account: &Account,
    domains: &Domains,
    (param, domain): (&str, &DomainName),
    site: &DomainRecord,
    force: bool,
) -> Result<()> {
    let kind = match site.kind {
        DomainKind::Main => DomainKind::Parked,
        DomainKind::Sub if !site.name.is_wildcard() => DomainKind::Addon,
        _ => {
            let rule = format!("“{}” has no site of one name.", site.name);
            return Err(Error::param("topdomain", rule));
        }
    };
    if domains.find(domain.as_str()).is_some() {
        return Err(Error::new(Kind::Exists, format!("{domain} is already configured.")));
    }
    if account.record().domain.is_within(domain) {
        let rule = format!("the main domain “{}” is below it.", account.record().domain);
        return Err(Error::param(param, rule));
    }
    check::room(account, domains, param, kind)?;
    check::free(cx, change.tx(), account, param, domain)?;
    if check::replaces_zone(change.tx(), account, param, domain, force)? {
        zones::remove(change, domain)?;
    }
    domains::add(
        change,
        &DomainRecord {
            name: domain.clone(),
            account: account.name().clone(),
            kind,
            document_root: site.document_root.clone(),
            parent: Some(site.name.clone()),
            canonical: Flag(false),
        },
    )?;
    zones::make(cx, change, domain, account.record())
}

/// The site that a domain is to be another name of: the main domain's where nothing is said, or
/// that of a subdomain, by its whole name or its label below the main domain.
pub fn site<'a>(domains: &'a Domains, topdomain: &str, dots: bool) -> Result<&'a DomainRecord> {
    let main = domains.main()?;
    if topdomain.is_empty() || *main.name.as_str() == *topdomain {
        return Ok(main);
    }
    let whole = domains.find(topdomain).filter(|row| row.kind == DomainKind::Sub);
    let label = if dots { topdomain.to_owned() } else { topdomain.replace('.', "") };
    let below = || domains.find(&format!("{label}.{}", main.name));
    whole.or_else(below).map_or_else(|| domains.subdomain("topdomain", topdomain), Ok)
}

/// The alias or addon domain of that name.
pub fn find<'a>(domains: &'a Domains, domain: &DomainName) -> Result<&'a DomainRecord> {
    let alias = |row: &&DomainRecord| matches!(row.kind, DomainKind::Addon | DomainKind::Parked);
    domains
        .find(domain.as_str())
        .filter(alias)
        .ok_or_else(|| Error::not_found(format!("Sorry, you do not control the domain {domain}")))
}

/// Takes another name of a site away, with its zone. What a subdomain's folder holds stays.
pub fn unpark(
    change: &mut Change<'_>,
    account: &Account,
    domains: &Domains,
    row: &DomainRecord,
) -> Result<()> {
    let below: Vec<&str> = domains.below(&row.name).map(|row| row.name.as_str()).collect();
    if !below.is_empty() {
        return Err(Error::new(
            Kind::Conflict,
            format!(
                "domain: “{}” has the subdomains {}; remove them first.",
                row.name,
                below.join(", ")
            ),
        ));
    }
    remove_zone(change, account, &row.name)?;
    redirects::remove_all(change, &row.name)?;
    domains::remove(change, &row.name)
}

/// Removes the account's zone of that name, if there is one.
pub(super) fn remove_zone(
    change: &mut Change<'_>,
    account: &Account,
    name: &DomainName,
) -> Result<()> {
    let zone: Option<ZoneRecord> = change.tx().find(&[name.into()])?;
    match zone {
        Some(zone) if zone.account.as_ref() == Some(account.name()) => zones::remove(change, name),
        _ => Ok(()),
    }
}
