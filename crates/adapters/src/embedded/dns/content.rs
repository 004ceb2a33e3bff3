//! A zone as DNS messages have it: names, and the records at each.

use std::{
    collections::{HashMap, HashSet},
    net::IpAddr,
};

use api::{
    records::{ZoneLine, ZoneRecord},
    zone::{RecordValue, Zone, absolute_owner},
};
use hickory_proto::{
    ProtoError,
    rr::{
        LowerName, Name, RData, Record, RecordType,
        rdata::{CAA, CNAME, MX, NS, NULL, PTR, SOA, SRV, TXT},
    },
};

use super::signed::{Signed, keys};

/// A zone ready to be asked.
pub(super) struct Content {
    /// The zone's own name.
    pub(super) apex: LowerName,
    /// The start of authority as answers that deny something have it: living as long as absence
    /// may be kept (RFC 2308, section 3).
    pub(super) denial: Record,
    /// What signs it, if it is signed.
    pub(super) signed: Option<Signed>,
    /// Every name that exists. One that has no records has names below it that have.
    names: HashMap<LowerName, Vec<Record>>,
    /// The names whose names below are elsewhere, with where that is.
    moved: HashMap<LowerName, Name>,
}

impl Content {
    pub(super) fn new(zone: &Zone) -> Result<Self, ProtoError> {
        let apex = Name::from_ascii(absolute_owner("", zone.name()))?;
        let start = start_of_authority(&apex, &zone.soa)?;
        let mut denial = start.clone();
        denial.ttl = zone.soa.ttl.min(zone.soa.minimum);
        let signed = zone.signing.as_ref().and_then(|signing| Signed::new(&apex, signing));
        let mut content = Self {
            apex: LowerName::new(&apex),
            denial,
            signed,
            names: HashMap::new(),
            moved: HashMap::new(),
        };
        content.add(start);
        content.add_lines(zone);
        if let (Some(_), Some(signing)) = (&content.signed, &zone.signing) {
            for key in keys::records(&apex, zone.soa.ttl, signing) {
                content.add(key);
            }
        }
        content.names.values_mut().for_each(|records| level(records));
        Ok(content)
    }

    fn add_lines(&mut self, zone: &Zone) {
        // A set of records has each once (RFC 2181, section 5).
        let mut seen = HashSet::new();
        let lines = zone.lines.iter();
        for line in lines.filter(|line| seen.insert((&line.name, &line.kind, &line.value))) {
            match record(line, zone) {
                Ok((record, moved)) => {
                    self.moved.extend(moved.map(|to| (LowerName::new(&record.name), to)));
                    self.add(record);
                }
                Err(error) => {
                    tracing::warn!(zone = %zone.name(), line.place, %error, "a record is not served");
                }
            }
        }
    }

    fn add(&mut self, record: Record) {
        let name = LowerName::new(&record.name);
        let mut above = name.clone();
        self.names.entry(name).or_default().push(record);
        while above != self.apex && !above.is_root() {
            above = above.base_name();
            if self.names.contains_key(&above) {
                break;
            }
            self.names.entry(above.clone()).or_default();
        }
    }

    /// The names for which the zone speaks, with those at which another begins, in no order.
    pub(super) fn own_names(&self) -> impl Iterator<Item = &LowerName> {
        self.names.keys().filter(|name| self.cut(name).is_none_or(|cut| cut == **name))
    }

    /// The types of which the zone has records at a name that speaks for itself.
    pub(super) fn types(&self, name: &LowerName) -> Vec<RecordType> {
        let at_cut = self.cut(name).is_some();
        let speaks = |kind: &RecordType| !at_cut || matches!(kind, RecordType::NS | RecordType::DS);
        let records = self.at(name).unwrap_or_default();
        records.iter().map(Record::record_type).filter(speaks).collect()
    }

    /// Of the names above one that is not there, the lowest that is.
    pub(super) fn encloser(&self, name: &LowerName) -> LowerName {
        let mut above = name.base_name();
        while !self.names.contains_key(&above) && !above.is_root() {
            above = above.base_name();
        }
        above
    }

    /// The records at a name, if it exists; empty where only names below it have records.
    pub(super) fn at(&self, name: &LowerName) -> Option<&[Record]> {
        self.names.get(name).map(Vec::as_slice)
    }

    /// The records of a type at a name.
    pub(super) fn of(&self, name: &LowerName, kind: RecordType) -> impl Iterator<Item = &Record> {
        let records = self.at(name).unwrap_or_default();
        records.iter().filter(move |record| record.record_type() == kind)
    }

    /// The records that a name without any of its own gets from a wildcard: those at `*` below the
    /// closest name that exists (RFC 4592, section 3.3.1).
    pub(super) fn wildcard(&self, name: &LowerName) -> Option<&[Record]> {
        self.at(&self.wildcard_name(name)?)
    }

    /// The name of that wildcard.
    pub(super) fn wildcard_name(&self, name: &LowerName) -> Option<LowerName> {
        let wildcard = self.encloser(name).prepend_label("*").ok()?;
        Some(LowerName::new(&wildcard))
    }

    /// The DNAME above a name, with the name that it makes of it (RFC 6672); no name where that
    /// would be too long.
    pub(super) fn moved(&self, name: &Name) -> Option<(&Record, Option<Name>)> {
        let mut above = LowerName::new(name);
        while !self.moved.is_empty() && above != self.apex && !above.is_root() {
            above = above.base_name();
            let Some(target) = self.moved.get(&above) else { continue };
            let record = self.of(&above, RecordType::DNAME).next()?;
            let own = usize::from(name.num_labels()).saturating_sub(above.num_labels().into());
            let labels = name.iter().take(own).chain(target.iter());
            return Some((record, Name::from_labels(labels).ok()));
        }
        None
    }

    /// The name, at or above the given one and below the zone's own, at which another zone begins.
    pub(super) fn cut(&self, name: &LowerName) -> Option<LowerName> {
        let mut cut = None;
        let mut at = name.clone();
        while at != self.apex && !at.is_root() {
            if self.of(&at, RecordType::NS).next().is_some() {
                cut = Some(at.clone());
            }
            at = at.base_name();
        }
        cut
    }
}

/// Gives the records of each type the least time to live among them: a set has one (RFC 2181,
/// section 5.2).
fn level(records: &mut [Record]) {
    if let [_] = records {
        return;
    }
    let mut least: HashMap<RecordType, u32> = HashMap::new();
    for record in &*records {
        let ttl = least.entry(record.record_type()).or_insert(record.ttl);
        *ttl = record.ttl.min(*ttl);
    }
    for record in records {
        record.ttl = least.get(&record.record_type()).copied().unwrap_or(record.ttl);
    }
}

fn start_of_authority(apex: &Name, soa: &ZoneRecord) -> Result<Record, ProtoError> {
    let seconds = |number: u32| i32::try_from(number).unwrap_or(i32::MAX);
    let primary = Name::from_ascii(format!("{}.", soa.primary))?.to_lowercase();
    let data = SOA::new(
        primary,
        contact(&soa.contact)?.to_lowercase(),
        soa.serial,
        seconds(soa.refresh),
        seconds(soa.retry),
        seconds(soa.expire),
        soa.minimum,
    );
    Ok(Record::from_rdata(apex.clone(), soa.ttl, RData::SOA(data)))
}

/// The first label of a contact is part of a mail address, where a dot is written `\.`.
fn contact(text: &str) -> Result<Name, ProtoError> {
    const DOT: char = '\0';
    let marked = text.replace("\\.", &DOT.to_string());
    let labels = marked.split('.').map(|label| label.replace(DOT, ".").into_bytes());
    Name::from_labels(labels.collect::<Vec<_>>().iter().map(Vec::as_slice))
}

/// The record, and for a DNAME where the names below it are.
fn record(
    line: &ZoneLine,
    zone: &Zone,
) -> Result<(Record, Option<Name>), Box<dyn std::error::Error>> {
    let value = line.check(zone.name())?;
    let moved = match &value {
        RecordValue::Dname(target) => Some(Name::from_ascii(target)?),
        _ => None,
    };
    let owner = Name::from_ascii(absolute_owner(&line.name, zone.name()))?;
    Ok((Record::from_rdata(owner, line.ttl, data(value)?), moved))
}

/// Names are in lower case, as they are signed.
fn data(value: RecordValue) -> Result<RData, ProtoError> {
    let name = |text: String| Name::from_ascii(text).map(|name| name.to_lowercase());
    Ok(match value {
        RecordValue::A(address) => RData::from(IpAddr::V4(address)),
        RecordValue::Aaaa(address) => RData::from(IpAddr::V6(address)),
        RecordValue::Cname(target) => RData::CNAME(CNAME(name(target)?)),
        RecordValue::Ns(target) => RData::NS(NS(name(target)?)),
        RecordValue::Ptr(target) => RData::PTR(PTR(name(target)?)),
        RecordValue::Mx { preference, exchange } => RData::MX(MX::new(preference, name(exchange)?)),
        RecordValue::Srv { priority, weight, port, target } => {
            RData::SRV(SRV::new(priority, weight, port, name(target)?))
        }
        RecordValue::Txt(strings) => {
            RData::TXT(TXT::from_bytes(strings.iter().map(Vec::as_slice).collect()))
        }
        RecordValue::Caa { flag, tag, value } => RData::CAA(caa(flag, tag, value)),
        // Names in these are never compressed, so the bytes are all that a message needs.
        other => RData::Unknown {
            code: RecordType::from(other.kind().number()),
            rdata: NULL::with(in_lower_case(other).to_wire()),
        },
    })
}

/// The value with its names in lower case, of the types whose names are signed so (RFC 4034,
/// section 6.2).
fn in_lower_case(mut value: RecordValue) -> RecordValue {
    match &mut value {
        RecordValue::A6 { name: Some(name), .. }
        | RecordValue::Afsdb { hostname: name, .. }
        | RecordValue::Dname(name)
        | RecordValue::Naptr { replacement: name, .. } => name.make_ascii_lowercase(),
        RecordValue::Rp { mailbox, text } => {
            mailbox.make_ascii_lowercase();
            text.make_ascii_lowercase();
        }
        _ => {}
    }
    value
}

/// The type cannot be made from its parts, only changed.
fn caa(flag: u8, tag: String, value: Vec<u8>) -> CAA {
    let mut caa = CAA::new_issue(flag & 0x80 != 0, None, Vec::new());
    caa.reserved_flags = flag & 0x7f;
    caa.tag = tag;
    caa.value = value;
    caa
}
