//! What a zone answers to a question (RFC 1034, section 4.3.2; RFC 2308; RFC 4592; RFC 8482).

use hickory_proto::{
    op::ResponseCode,
    rr::{LowerName, Name, RData, Record, RecordType, rdata::CNAME},
};

use super::content::Content;

/// How many aliases are followed for one question.
const ALIASES_MAX: usize = 16;

/// An answer: the sections of a message, and what its header says of them.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) code: ResponseCode,
    /// Whether the zone speaks for itself; not where it refers to one below.
    pub(super) authoritative: bool,
    pub(super) answers: Vec<Record>,
    pub(super) authorities: Vec<Record>,
    pub(super) additionals: Vec<Record>,
    /// Whether the additional records are addresses without which a referral is of no use.
    pub(super) needs_additionals: bool,
}

impl Answer {
    /// No more than a code.
    pub(super) fn only(code: ResponseCode) -> Self {
        Self {
            code,
            authoritative: false,
            answers: Vec::new(),
            authorities: Vec::new(),
            additionals: Vec::new(),
            needs_additionals: false,
        }
    }
}

/// Answers a question whose name is within the zone. Records that are found come with the name as
/// it was asked, in its case.
pub(super) fn answer(zone: &Content, name: &Name, kind: RecordType) -> Answer {
    let mut answer = Answer { authoritative: true, ..Answer::only(ResponseCode::NoError) };
    let mut asked = name.clone();
    for _ in 0..=ALIASES_MAX {
        match look_up(zone, &mut answer, &asked, kind) {
            Some(target) if leads_on(zone, &answer, &target) => asked = target,
            _ => break,
        }
    }
    add_addresses(zone, &mut answer);
    answer
}

/// Whether the target of an alias is within the zone and was not come by already.
fn leads_on(zone: &Content, answer: &Answer, target: &Name) -> bool {
    zone.apex.zone_of(&LowerName::new(target))
        && answer.answers.iter().all(|record| record.name != *target)
}

/// Adds what one name has; gives the name that it is an alias of.
fn look_up(zone: &Content, answer: &mut Answer, asked: &Name, kind: RecordType) -> Option<Name> {
    let name = LowerName::new(asked);
    // The key of a zone below is told by the zone above, at the very cut.
    let cut = zone.cut(&name).filter(|cut| kind != RecordType::DS || *cut != name);
    if let Some(cut) = cut {
        refer(zone, answer, &cut);
        return None;
    }
    if let Some((dname, target)) = zone.moved(asked) {
        return move_on(answer, asked, dname, target);
    }
    let Some(records) = zone.at(&name).or_else(|| zone.wildcard(&name)) else {
        answer.code = ResponseCode::NXDomain;
        answer.authorities.push(zone.denial.clone());
        return None;
    };
    let found = select(records, kind);
    if found.is_empty() {
        answer.authorities.push(zone.denial.clone());
        return None;
    }
    let alias = found.iter().find_map(|record| target_of_alias(record, kind));
    answer.answers.extend(found.into_iter().map(|record| at(asked, record)));
    alias
}

/// Adds a DNAME and the alias that it makes of the name; gives where that leads.
fn move_on(
    answer: &mut Answer,
    asked: &Name,
    dname: &Record,
    target: Option<Name>,
) -> Option<Name> {
    answer.answers.push(dname.clone());
    let Some(target) = target else {
        answer.code = ResponseCode::YXDomain;
        return None;
    };
    let alias = RData::CNAME(CNAME(target.clone()));
    answer.answers.push(Record::from_rdata(asked.clone(), dname.ttl, alias));
    Some(target)
}

/// The records of the type; the alias where there is one instead. Asked for all types, one is
/// enough.
fn select(records: &[Record], kind: RecordType) -> Vec<&Record> {
    let of = |kind| records.iter().filter(move |record| record.record_type() == kind);
    if kind == RecordType::ANY {
        return records.first().into_iter().flat_map(|first| of(first.record_type())).collect();
    }
    let found: Vec<_> = of(kind).collect();
    if found.is_empty() { of(RecordType::CNAME).take(1).collect() } else { found }
}

fn target_of_alias(record: &Record, kind: RecordType) -> Option<Name> {
    match &record.data {
        RData::CNAME(target) if !matches!(kind, RecordType::CNAME | RecordType::ANY) => {
            Some(target.0.clone())
        }
        _ => None,
    }
}

fn at(name: &Name, record: &Record) -> Record {
    let mut record = record.clone();
    record.name = name.clone();
    record
}

/// Names the nameservers of a zone below, with the addresses that this zone has of them.
fn refer(zone: &Content, answer: &mut Answer, cut: &LowerName) {
    answer.authoritative = !answer.answers.is_empty();
    answer.authorities.extend(zone.of(cut, RecordType::NS).cloned());
    answer.needs_additionals = true;
}

/// Adds the addresses that the zone has of the hosts that an answer names.
fn add_addresses(zone: &Content, answer: &mut Answer) {
    let mut hosts: Vec<LowerName> = Vec::new();
    for record in answer.answers.iter().chain(&answer.authorities) {
        let host = match &record.data {
            RData::MX(mx) => &mx.exchange,
            RData::NS(ns) => &ns.0,
            RData::SRV(srv) => &srv.target,
            _ => continue,
        };
        let host = LowerName::new(host);
        if !hosts.contains(&host) {
            hosts.push(host);
        }
    }
    for host in hosts {
        answer.additionals.extend(zone.of(&host, RecordType::A).cloned());
        answer.additionals.extend(zone.of(&host, RecordType::AAAA).cloned());
    }
}
