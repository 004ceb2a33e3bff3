//! What an account may add: names that nobody else has a claim to, as many as its limits say, of
//! the kinds that its features give.

use api::{
    Account, Cx, DomainName, Error, Kind, Limit, Result,
    records::{DomainKind, Tx, ZoneRecord},
    zone::SERVICE_NAMES,
};

use super::Domains;
use crate::domain::{
    accounts::{domains, names},
    dns::access,
    features::access::Access,
};

/// The labels below every domain that the server serves itself, beside [`SERVICE_NAMES`].
const OWN_LABELS: [&str; 3] = ["www", "mail", "ftp"];

/// The pattern of a label, as clients are told.
pub const LABEL: &str = "^[A-Za-z0-9][A-Za-z0-9-]*$";

/// The labels that no subdomain may have.
pub fn reserved() -> impl Iterator<Item = &'static str> {
    OWN_LABELS.into_iter().chain(SERVICE_NAMES.iter().copied())
}

/// Refuses what is no label of a subdomain: labels with dots between them, of which the first may
/// be `*`. Gives it in lower case.
pub fn label(param: &str, text: &str, dots: bool) -> Result<String> {
    let mut text = text.to_ascii_lowercase();
    if !dots {
        text.retain(|letter| letter != '.');
    }
    if let Some(reserved) = reserved().find(|label| *label == text) {
        let rule = format!("“{reserved}” is what the server itself serves below every domain.");
        return Err(Error::param(param, rule));
    }
    if text.starts_with("www.") {
        return Err(Error::param(param, "“www.” is served with every domain by itself."));
    }
    let plain = match text.strip_prefix('*') {
        Some(rest) => rest.strip_prefix('.').unwrap_or(rest),
        None => &text,
    };
    let ordinary = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    let sound =
        |label: &str| !label.is_empty() && !label.starts_with('-') && label.chars().all(ordinary);
    if text == "*" || plain.split('.').all(sound) {
        return Ok(text);
    }
    let shown = api::values::text::shown(&text);
    let rule = "letters, digits and hyphens, the first no hyphen; or * for all names";
    Err(Error::param(param, format!("“{shown}” is no label of a subdomain: {rule}.")))
}

/// Refuses a name that the account may not have: the server's own, one that is there already, one
/// above or below another account's, one that another's zone answers for.
pub fn free(
    cx: &Cx<'_>,
    tx: &dyn Tx,
    account: &Account,
    param: &str,
    domain: &DomainName,
) -> Result<()> {
    names::check_domain(cx, tx, param, domain)?;
    let others = domains::relatives(tx, domain)?;
    if others.iter().any(|other| other != account.name()) {
        return Err(Error::denied(format!(
            "{param}: “{domain}” is above or below a domain of another account."
        )));
    }
    match access::holding(tx, domain)? {
        Some(zone) if zone.name != *domain && zone.account.as_ref() != Some(account.name()) => {
            Err(Error::denied(format!("{param}: “{domain}” is below a zone that is not yours.")))
        }
        _ => Ok(()),
    }
}

/// Whether the account's own zone of that name must go before a new one comes; refuses where there
/// is one and it was not asked to go, or where it is not the account's.
pub fn replaces_zone(
    tx: &dyn Tx,
    account: &Account,
    param: &str,
    domain: &DomainName,
    force: bool,
) -> Result<bool> {
    match tx.find::<ZoneRecord>(&[domain.into()])? {
        None => Ok(false),
        Some(zone) if force && zone.account.as_ref() == Some(account.name()) => Ok(true),
        Some(_) => Err(Error::new(
            Kind::Exists,
            format!("{param}: the server already has a zone “{domain}”."),
        )),
    }
}

/// Refuses one domain more of a kind than the account may have.
pub fn room(account: &Account, domains: &Domains, param: &str, kind: DomainKind) -> Result<()> {
    let record = account.record();
    let (limit, used, what): (Limit, usize, _) = match kind {
        DomainKind::Sub => (record.max_subdomains, domains.counted_subdomains(), "subdomains"),
        DomainKind::Parked => (record.max_parked, domains.of_kind(kind).count(), "aliases"),
        DomainKind::Addon => (record.max_addons, domains.of_kind(kind).count(), "addon domains"),
        DomainKind::Main => return Ok(()),
    };
    if limit.allows(u32::try_from(used).unwrap_or(u32::MAX)) {
        return Ok(());
    }
    let message = format!("{param}: this account may have {limit} {what}, and has {used}.");
    Err(Error::new(Kind::Conflict, message))
}

/// Refuses what the account lacks the feature for.
pub fn feature(tx: &dyn Tx, account: &Account, feature: &str) -> Result<()> {
    if Access::of(tx, account.record())?.has(feature) {
        return Ok(());
    }
    Err(Error::denied(format!("This account lacks the feature “{feature}”.")))
}
