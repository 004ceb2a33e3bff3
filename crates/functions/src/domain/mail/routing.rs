//! Where a domain's mail is taken: as it is set, or as its MX records say.

use api::{
    Cx, DomainName, Flag, Output, Result,
    records::{MailDomainRecord, Routing, Tx, ZoneLine, is},
    zone::Zone,
};

use super::{domains, exchangers};
use crate::domain::{change::Change, dns::access, zones};

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
