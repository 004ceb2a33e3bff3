//! The MX records of a domain.

use api::{
    Cx, DomainName, Error, Flag, Kind, Output, Result,
    records::{MailDomainRecord, Routing, Tx},
    zone::{HEAD_LINES, RecordType, RecordValue, absolute_owner},
};

use super::{
    domains,
    routing::{self, CheckMx},
};
use crate::domain::{
    dns::{
        access,
        edit::{Draft, ZoneEdit},
        fields::{self, Fields},
    },
    zones,
};

/// How long a new record may be kept, in seconds.
const TTL: u32 = 14_400;

/// An MX record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchanger {
    /// The host, without a final dot.
    pub mx: String,
    /// Lower ones are tried first.
    pub priority: u16,
    /// Its place in the zone.
    place: u32,
}

/// What is done to a domain's records.
#[derive(Debug, Clone)]
pub enum Edit<'a> {
    /// One is added.
    Add(&'a str, u16),
    /// One, of that priority where it is said, becomes another.
    Replace((&'a str, Option<u16>), (&'a str, u16)),
    /// One is removed.
    Remove(&'a str, Option<u16>),
}

/// What an edit did.
#[derive(Debug, Clone, Output)]
pub struct Edited {
    /// How the domain's mail is routed now.
    pub checkmx: CheckMx,
    /// What was done.
    pub results: String,
    /// Whether it was done.
    pub status: Flag,
    /// What was done.
    pub statusmsg: String,
}

/// A domain's records, the lowest priority first.
pub fn of(tx: &dyn Tx, domain: &DomainName) -> Result<Vec<Exchanger>> {
    let Some(start) = access::holding(tx, domain)? else { return Ok(Vec::new()) };
    let Some(zone) = zones::find(tx, &start.name)? else { return Ok(Vec::new()) };
    let owner = format!("{domain}.");
    let mut found: Vec<Exchanger> = Vec::new();
    for line in zone.lines.iter().filter(|line| line.kind == RecordType::Mx.as_str()) {
        if absolute_owner(&line.name, zone.name()) != owner {
            continue;
        }
        if let Some((priority, mx)) = line.value.split_once(' ') {
            let mx = mx.trim_end_matches('.').to_owned();
            let priority = priority.parse().unwrap_or_default();
            found.push(Exchanger { mx, priority, place: line.place });
        }
    }
    found.sort_by(|one, other| (one.priority, &one.mx).cmp(&(other.priority, &other.mx)));
    Ok(found)
}

/// Edits the records of a domain of the caller's, and says what was done.
pub fn edited(
    cx: &Cx<'_>,
    domain: &DomainName,
    edit: &Edit<'_>,
    always_accept: bool,
) -> Result<Edited> {
    let (_, mut record) = domains::reachable(cx, &*cx.host.store.read()?, "domain", domain)?;
    let changed = self::edit(cx, &mut record, edit, always_accept)?;
    let said = match edit {
        Edit::Add(mx, priority) => format!("Added entry: {domain} MX {priority} {mx}"),
        Edit::Replace((old, _), (mx, priority)) => {
            format!("Changed entry: {domain} MX {old} to {priority} {mx}")
        }
        Edit::Remove(mx, _) => format!("Removed entry: {domain} MX {mx}"),
    };
    let checkmx = routing::check(cx, &*cx.host.store.read()?, &record, changed)?;
    Ok(Edited { checkmx, results: said.clone(), status: Flag(true), statusmsg: said })
}

/// Edits a domain's records, and sets where its mail is taken where that is wished; gives whether
/// the routing changed.
pub fn edit(
    cx: &Cx<'_>,
    record: &mut MailDomainRecord,
    edit: &Edit<'_>,
    always_accept: bool,
) -> Result<bool> {
    let tx = cx.host.store.read()?;
    let start = access::holding(&*tx, &record.domain)?;
    drop(tx);
    let zone = start.map(|start| start.name).ok_or_else(|| {
        Error::not_found(format!("domain: “{}” has no zone on this server.", record.domain))
    })?;
    let mut zone = ZoneEdit::begin(cx, &zone)?;
    let present = of(zone.tx(), &record.domain)?;
    match edit {
        Edit::Add(mx, priority) => {
            if present.iter().any(|one| one.mx == *mx && one.priority == *priority) {
                let message = format!("exchanger: “{mx}” is there with that priority already.");
                return Err(Error::new(Kind::Exists, message));
            }
            zone.add(draft(record, mx, *priority)?)?;
        }
        Edit::Replace((old, old_priority), (mx, priority)) => {
            let found = pick(&present, "oldexchanger", old, *old_priority)?;
            zone.replace(found.place + HEAD_LINES, draft(record, mx, *priority)?)?;
        }
        Edit::Remove(mx, priority) => {
            let found = pick(&present, "exchanger", mx, *priority)?;
            zone.remove(found.place + HEAD_LINES)?;
        }
    }
    let mut changed = false;
    if always_accept {
        changed = routing::set(zone.change(), record, Routing::Local)?;
    } else {
        domains::save(zone.change(), record)?;
    }
    zone.commit()?;
    Ok(changed)
}

fn draft(record: &MailDomainRecord, mx: &str, priority: u16) -> Result<Draft> {
    let given = Fields::from([("preference", priority.to_string()), ("exchange", mx.to_owned())]);
    let value: RecordValue = fields::value(RecordType::Mx, &given, &record.domain)?;
    Ok(Draft { name: format!("{}.", record.domain), ttl: TTL, value })
}

fn pick<'a>(
    present: &'a [Exchanger],
    param: &str,
    mx: &str,
    priority: Option<u16>,
) -> Result<&'a Exchanger> {
    let mx = mx.trim_end_matches('.');
    let fits = |one: &&Exchanger| {
        one.mx.eq_ignore_ascii_case(mx) && priority.is_none_or(|wanted| wanted == one.priority)
    };
    present.iter().find(fits).ok_or_else(|| {
        let with = priority.map(|priority| format!(" with the priority {priority}"));
        let with = with.unwrap_or_default();
        Error::not_found(format!("{param}: there is no MX record “{mx}”{with}."))
    })
}
