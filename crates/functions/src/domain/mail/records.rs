//! What a domain publishes about its mail, compared with what it should. Read from the zones that
//! this server has: a domain whose zone is elsewhere publishes nothing here.

use std::net::IpAddr;

use api::{
    Cx, DomainName, Error, Output, Result,
    records::{AccountRecord, MailDomainRecord, Tx},
    zone::{Policy, Zone},
};

use super::{domains, exchangers, signing, texts};
use crate::domain::{dns::access, zones};

/// A record as it is now.
#[derive(Debug, Clone, Output)]
pub struct Current {
    /// What it says.
    pub current: String,
    /// What is wrong with it; empty where nothing is.
    pub reason: String,
    /// How it compares.
    pub state: String,
}

/// What a domain publishes of its key.
#[derive(Debug, Clone, Output)]
pub struct Dkim {
    /// The domain.
    pub domain: DomainName,
    /// Why it could not be compared; empty where it was.
    pub error: String,
    /// What its record should say; empty where it has no key.
    pub expected: String,
    /// Its records.
    pub records: Vec<Current>,
    /// `VALID`, `MISMATCH`, `MISSING`, `MULTIPLE`, or `NOPUB` where it has no key.
    pub state: String,
    /// What that changed in the memory of valid keys: nothing, because none is kept.
    pub validity_cache_update: String,
}

/// What a domain publishes of its senders.
#[derive(Debug, Clone, Output)]
pub struct Spf {
    /// The domain.
    pub domain: DomainName,
    /// Why it could not be compared; empty where it was.
    pub error: String,
    /// What its record should say.
    pub expected: String,
    /// The address that its mail is sent from.
    pub ip_address: String,
    /// The version of that address, 4 or 6.
    pub ip_version: u32,
    /// Its records.
    pub records: Vec<Current>,
    /// `VALID`, `MISMATCHED`, `MULTIPLE` or `MISSING`.
    pub state: String,
}

/// What a domain publishes of its policy on mail.
#[derive(Debug, Clone, Output)]
pub struct Dmarc {
    /// The domain.
    pub domain: DomainName,
    /// Why it could not be compared; empty where it was.
    pub error: String,
    /// What its record says; empty where there is none.
    pub record: String,
    /// `VALID`, `MALFORMED`, `MISSING`, `DNS_ERROR`, or which of the records fails that it builds
    /// on: `DKIM_ERROR`, `SPF_ERROR`, `DKIM_SPF_ERROR`.
    pub state: String,
    /// The name that the record is at.
    pub subdomain: String,
    /// What the record could say.
    pub suggested: String,
}

/// Compares a domain's published policy on mail with what it builds on.
pub fn dmarc(tx: &dyn Tx, record: &MailDomainRecord, account: &AccountRecord) -> Result<Dmarc> {
    let found = published(tx, &record.domain, Policy::Mail.name())?;
    let texts = found.clone().unwrap_or_default();
    let current = texts.iter().find(|text| text.to_ascii_lowercase().starts_with("v=dmarc1"));
    let signs = dkim(tx, record)?.state == "VALID";
    let sends = spf(tx, record, account)?.state == "VALID";
    let state = match (&found, current) {
        (None, _) => "DNS_ERROR",
        (_, None) => "MISSING",
        (_, Some(text)) if super::policies::mail(text).is_err() => "MALFORMED",
        _ => match (signs, sends) {
            (true, true) => "VALID",
            (false, true) => "DKIM_ERROR",
            (true, false) => "SPF_ERROR",
            (false, false) => "DKIM_SPF_ERROR",
        },
    };
    Ok(Dmarc {
        domain: record.domain.clone(),
        error: if found.is_none() { NO_ZONE.to_owned() } else { String::new() },
        record: current.cloned().unwrap_or_default(),
        state: state.to_owned(),
        subdomain: format!("{}.{}", Policy::Mail.name(), record.domain),
        suggested: "v=DMARC1; p=none;".to_owned(),
    })
}

/// The zone of a domain.
pub fn zone(tx: &dyn Tx, domain: &DomainName) -> Result<Option<Zone>> {
    match access::holding(tx, domain)? {
        Some(start) => zones::find(tx, &start.name),
        None => Ok(None),
    }
}

/// The texts that a domain publishes at a name.
fn published(tx: &dyn Tx, domain: &DomainName, label: &str) -> Result<Option<Vec<String>>> {
    let Some(zone) = zone(tx, domain)? else { return Ok(None) };
    Ok(Some(texts::at(&zone, &texts::within(&zone, label, domain))))
}

/// Compares a domain's published key with its own.
pub fn dkim(tx: &dyn Tx, record: &MailDomainRecord) -> Result<Dkim> {
    let expected = signing::text(record);
    let found = published(tx, &record.domain, &signing::label())?;
    let error = if found.is_none() { NO_ZONE.to_owned() } else { String::new() };
    let plain = |text: &str| text.replace([' ', ';'], "");
    let records: Vec<Current> = found
        .unwrap_or_default()
        .into_iter()
        .map(|current| {
            let fits = expected.as_deref().map(plain) == Some(plain(&current));
            let (state, reason) = match (&expected, fits) {
                (_, true) => ("VALID", ""),
                (None, _) => ("PERMFAIL", "The domain has no key here."),
                _ => ("MISMATCH", "The record has another key."),
            };
            Current { current, reason: reason.to_owned(), state: state.to_owned() }
        })
        .collect();
    let state = match (expected.is_some(), records.as_slice()) {
        (false, _) => "NOPUB",
        (true, []) => "MISSING",
        (true, [only]) if only.state == "VALID" => "VALID",
        (true, [_]) => "MISMATCH",
        (true, _) => "MULTIPLE",
    };
    Ok(Dkim {
        domain: record.domain.clone(),
        error,
        expected: expected.unwrap_or_default(),
        records,
        state: state.to_owned(),
        validity_cache_update: "none".to_owned(),
    })
}

/// The domains whose records are to be looked at, and of whose zones the caller has charge: one at least.
pub fn looked_at<T>(
    cx: &Cx<'_>,
    domains: &[DomainName],
    of: impl Fn(&dyn Tx, &MailDomainRecord, &AccountRecord) -> Result<T>,
) -> Result<Vec<T>> {
    if domains.is_empty() {
        return Err(Error::param("domain", "is required"));
    }
    let tx = cx.host.store.read()?;
    let of = |domain: &DomainName| {
        let (account, record) = domains::reachable(cx, &*tx, "domain", domain)?;
        of(&*tx, &record, account.record())
    };
    domains.iter().map(of).collect()
}

/// What is said of a domain whose zone is elsewhere.
pub const NO_ZONE: &str = "This server has no zone of the domain.";

/// Compares a domain's published senders with the address that its mail is sent from.
pub fn spf(tx: &dyn Tx, record: &MailDomainRecord, account: &AccountRecord) -> Result<Spf> {
    let ip: IpAddr = account.ip.parse().map_err(Error::internal)?;
    let own = Policy::Senders.value(ip);
    let expected = own.trim_matches('"').to_owned();
    let found = published(tx, &record.domain, "")?;
    let error = if found.is_none() { NO_ZONE.to_owned() } else { String::new() };
    let mut records = Vec::new();
    for current in found.unwrap_or_default().into_iter().filter(|text| is_spf(text)) {
        let state = judge(tx, &current, &record.domain, ip)?;
        let reason = match state {
            "PASS" => String::new(),
            _ => format!("It does not let {ip} send."),
        };
        records.push(Current { current, reason, state: state.to_owned() });
    }
    let state = match records.as_slice() {
        [] => "MISSING",
        [only] if only.state == "PASS" => "VALID",
        [_] => "MISMATCHED",
        _ => "MULTIPLE",
    };
    Ok(Spf {
        domain: record.domain.clone(),
        error,
        expected,
        ip_address: ip.to_string(),
        ip_version: if ip.is_ipv4() { 4 } else { 6 },
        records,
        state: state.to_owned(),
    })
}

fn is_spf(text: &str) -> bool {
    let rest = text.to_ascii_lowercase();
    rest == "v=spf1" || rest.starts_with("v=spf1 ")
}

/// What an SPF record says of an address, as far as the zones here can tell.
fn judge(tx: &dyn Tx, record: &str, domain: &DomainName, ip: IpAddr) -> Result<&'static str> {
    for term in record.split_whitespace().skip(1) {
        let (sign, mechanism) = match term.chars().next() {
            Some(sign @ ('+' | '-' | '~' | '?')) => (sign, term.trim_start_matches(sign)),
            _ => ('+', term),
        };
        if fits(tx, mechanism, domain, ip)? {
            return Ok(match sign {
                '-' => "FAIL",
                '~' => "SOFTFAIL",
                '?' => "NEUTRAL",
                _ => "PASS",
            });
        }
    }
    Ok("NEUTRAL")
}

fn fits(tx: &dyn Tx, mechanism: &str, domain: &DomainName, ip: IpAddr) -> Result<bool> {
    let (name, value) = mechanism.split_once(':').unwrap_or((mechanism, ""));
    Ok(match name.to_ascii_lowercase().as_str() {
        "all" => true,
        "ip4" | "ip6" => within(value, ip),
        "a" if value.is_empty() => has_address(tx, domain, ip)?,
        "a" => value.parse().map_or(Ok(false), |name| has_address(tx, &name, ip))?,
        "mx" if value.is_empty() => {
            let mut found = false;
            for entry in exchangers::of(tx, domain)? {
                found |= entry.mx.parse().map_or(Ok(false), |name| has_address(tx, &name, ip))?;
            }
            found
        }
        _ => false,
    })
}

fn within(range: &str, ip: IpAddr) -> bool {
    match range.parse::<ipnet::IpNet>() {
        Ok(range) => range.contains(&ip),
        Err(_) => range.parse::<IpAddr>().is_ok_and(|one| one == ip),
    }
}

fn has_address(tx: &dyn Tx, name: &DomainName, ip: IpAddr) -> Result<bool> {
    let Some(zone) = zone(tx, name)? else { return Ok(false) };
    let own = texts::within(&zone, "", name);
    Ok(zone.lines.iter().any(|line| line.name == own && line.value == ip.to_string()))
}
