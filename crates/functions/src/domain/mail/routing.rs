//! Where a domain's mail is taken: as it is set, or as its MX records say.

use api::{
    Cx, DomainName, Error, Flag, Output, Result,
    records::{MailDomainRecord, Routing, Tx, ZoneLine, is},
    zone::Zone,
};

use super::{domains, exchangers};
use crate::domain::{
    change::{Change, OnFailure},
    dns::access,
    zones,
};

/// What `checkmx` says.
#[derive(Debug, Clone, Output)]
pub struct CheckMx {
    /// Whether this call changed it.
    pub changed: Flag,
    /// What the MX records say: `local`, `secondary` or `remote`.
    pub detected: Routing,
    /// Whether this server is the first to take the mail.
    pub isprimary: Flag,
    /// Whether this server takes the mail where the first does not answer.
    pub issecondary: Flag,
    /// Whether mail is taken here.
    pub local: Flag,
    /// What is set: `auto`, `local`, `secondary` or `remote`.
    pub mxcheck: Routing,
    /// Whether mail is taken elsewhere.
    pub remote: Flag,
    /// Whether mail is taken here for the first server.
    pub secondary: Flag,
    /// What does not fit together.
    pub warnings: Vec<String>,
}

/// How a domain's mail is routed.
pub fn check(
    cx: &Cx<'_>,
    tx: &dyn Tx,
    record: &MailDomainRecord,
    changed: bool,
) -> Result<CheckMx> {
    let detected = detect(cx, tx, &record.domain)?;
    let effective = if record.routing == Routing::Auto { detected } else { record.routing };
    let flag = |routing| Flag(effective == routing);
    let mut warnings = Vec::new();
    if effective != detected {
        warnings.push(format!(
            "{}: the MX records say {}, and {} is set.",
            record.domain,
            detected.as_str(),
            effective.as_str()
        ));
    }
    Ok(CheckMx {
        changed: Flag(changed),
        detected,
        isprimary: Flag(detected == Routing::Local),
        issecondary: Flag(detected == Routing::Secondary),
        local: flag(Routing::Local),
        mxcheck: record.routing,
        remote: flag(Routing::Remote),
        secondary: flag(Routing::Secondary),
        warnings,
    })
}

/// What a domain's MX records say: the first of them is this server, another is, none is. Without
/// such records mail goes to the domain's own address, which is here.
pub fn detect(cx: &Cx<'_>, tx: &dyn Tx, domain: &DomainName) -> Result<Routing> {
    let entries = exchangers::of(tx, domain)?;
    let Some(least) = entries.iter().map(|entry| entry.priority).min() else {
        return Ok(Routing::Local);
    };
    let mut found = Routing::Remote;
    for entry in &entries {
        if is_here(cx, tx, &entry.mx)? {
            if entry.priority == least {
                return Ok(Routing::Local);
            }
            found = Routing::Secondary;
        }
    }
    Ok(found)
}

/// Whether a name is this server's: its own, or one of a zone here that leads to an address of this
/// server.
fn is_here(cx: &Cx<'_>, tx: &dyn Tx, name: &str) -> Result<bool> {
    if name.eq_ignore_ascii_case(&cx.host.system.hostname()?) {
        return Ok(true);
    }
    let Ok(name) = name.parse::<DomainName>() else { return Ok(false) };
    let Some(start) = access::holding(tx, &name)? else { return Ok(false) };
    let Some(zone) = zones::find(tx, &start.name)? else { return Ok(false) };
    let Some(account) = &start.account else { return Ok(false) };
    let account: Option<api::records::AccountRecord> = tx.first(vec![is("name", account)])?;
    let ours = [Some(cx.host.settings.shared_ip.clone()), account.map(|account| account.ip)];
    let leads = |value: &str| ours.iter().flatten().any(|ip| ip == value);
    Ok(addresses(&zone, &name).any(|line| leads(&line.value)))
}

/// The addresses that a name of the zone has, by itself or by one alias.
fn addresses<'a>(zone: &'a Zone, name: &DomainName) -> impl Iterator<Item = &'a ZoneLine> {
    let relative = |name: &str| {
        let rest = name.strip_suffix(zone.name().as_str()).unwrap_or(name);
        rest.strip_suffix('.').unwrap_or(rest).to_owned()
    };
    let own = relative(name.as_str());
    let alias = zone.lines.iter().find(|line| line.name == own && line.kind == "CNAME");
    let target = alias.map(|line| relative(line.value.trim_end_matches('.')));
    let wanted = target.unwrap_or(own);
    zone.lines
        .iter()
        .filter(move |line| line.name == wanted && (line.kind == "A" || line.kind == "AAAA"))
}

/// A domain with its MX records.
#[derive(Debug, Clone, Output)]
pub struct MxRow {
    /// Whether mail is taken here whatever the records say.
    pub alwaysaccept: Flag,
    /// What the records say.
    pub detected: Routing,
    /// The domain.
    pub domain: DomainName,
    /// The records, the lowest priority first.
    pub entries: Vec<MxEntry>,
    /// Whether mail is taken here.
    pub local: Flag,
    /// The host that is tried first; the domain where there is no record.
    pub mx: String,
    /// What is set.
    pub mxcheck: Routing,
    /// Whether mail is taken elsewhere.
    pub remote: Flag,
    /// Whether mail is taken here for the first server.
    pub secondary: Flag,
    /// Whether the records could be read: 1.
    pub status: Flag,
    /// That they could.
    pub statusmsg: &'static str,
}

/// An MX record.
#[derive(Debug, Clone, Output)]
pub struct MxEntry {
    /// The domain.
    pub domain: DomainName,
    /// Its place, from 1.
    pub entrycount: u32,
    /// The host.
    pub mx: String,
    /// Lower ones are tried first.
    pub priority: u16,
    /// `odd` or `even`, by its place.
    pub row: &'static str,
}

/// A domain with its MX records.
pub fn row(cx: &Cx<'_>, tx: &dyn Tx, record: &MailDomainRecord) -> Result<MxRow> {
    let found = exchangers::of(tx, &record.domain)?;
    let check = check(cx, tx, record, false)?;
    let first = found.first().map_or_else(|| record.domain.to_string(), |one| one.mx.clone());
    let entry = |(entrycount, one): (u32, exchangers::Exchanger)| MxEntry {
        domain: record.domain.clone(),
        entrycount,
        mx: one.mx,
        priority: one.priority,
        row: if entrycount % 2 == 0 { "even" } else { "odd" },
    };
    Ok(MxRow {
        alwaysaccept: Flag(record.routing == Routing::Local),
        detected: check.detected,
        domain: record.domain.clone(),
        entries: (1..).zip(found).map(entry).collect(),
        local: check.local,
        mx: first,
        mxcheck: check.mxcheck,
        remote: check.remote,
        secondary: check.secondary,
        status: Flag(true),
        statusmsg: "Fetched MX List",
    })
}

/// What setting the routing did.
#[derive(Debug, Clone, Output)]
pub struct RoutingSet {
    /// How the domain's mail is routed now.
    pub checkmx: CheckMx,
    /// What the MX records say.
    pub detected: Routing,
    /// Whether mail is taken here.
    pub local: Flag,
    /// What is set.
    pub mxcheck: Routing,
    /// Whether mail is taken elsewhere.
    pub remote: Flag,
    /// What was done.
    pub results: String,
    /// Whether mail is taken here for the first server.
    pub secondary: Flag,
    /// Whether it was done.
    pub status: Flag,
    /// What was done.
    pub statusmsg: String,
}

/// Sets where the mail of a domain of the caller's is taken, and says how it is routed then.
pub fn set_of(cx: &Cx<'_>, domain: &DomainName, routing: Routing) -> Result<RoutingSet> {
    let mut change = Change::begin(cx)?;
    let (_, mut record) = domains::reachable(cx, change.tx(), "domain", domain)?;
    let changed = set(&mut change, &mut record, routing)?;
    change.commit(OnFailure::Undo)?;
    let checkmx = check(cx, &*cx.host.store.read()?, &record, changed)?;
    let said = format!("Set Always Accept Status to: {}", routing.as_str());
    Ok(RoutingSet {
        detected: checkmx.detected,
        local: checkmx.local,
        mxcheck: checkmx.mxcheck,
        remote: checkmx.remote,
        secondary: checkmx.secondary,
        checkmx,
        results: said.clone(),
        status: Flag(true),
        statusmsg: said,
    })
}

/// A routing as callers write it: its word, or 1 and 0 for `local` and `auto`.
pub fn given(param: &str, text: Option<&str>) -> Result<Routing> {
    match text.map(str::trim) {
        None | Some("" | "0") => Ok(Routing::Auto),
        Some("1") => Ok(Routing::Local),
        Some(word) => word.parse().map_err(|problem| Error::param(param, problem)),
    }
}

/// A host that mail is handed to: a name, or an address.
pub fn relay_host(given: &str) -> Result<String> {
    let given = given.trim();
    if let Ok(ip) = given.parse::<std::net::IpAddr>() {
        return Ok(ip.to_string());
    }
    let name: std::result::Result<DomainName, _> = given.parse();
    name.map(|name| name.to_string()).map_err(|problem| Error::param("mx_host", problem))
}

/// Sets where a domain's mail is taken; says whether that changed it.
pub fn set(
    change: &mut Change<'_>,
    record: &mut MailDomainRecord,
    routing: Routing,
) -> Result<bool> {
    let changed = record.routing != routing;
    if changed {
        record.routing = routing;
        domains::save(change, record)?;
    }
    Ok(changed)
}
