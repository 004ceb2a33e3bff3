//! What a zone answers to a question (RFC 1034, section 4.3.2; RFC 2308; RFC 4035; RFC 4592;
//! RFC 8482).

use hickory_proto::{
    op::ResponseCode,
    rr::{LowerName, Name, RData, Record, RecordType, rdata::CNAME},
};

use super::{
    content::Content,
    signed::{Lacking, Signed},
};

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

/// Answers a question whose name is within the zone; with signatures that hold at a time, where one
/// is given and the zone is signed. Records that are found come with the name as it was asked, in
/// its case.
pub(super) fn answer(zone: &Content, name: &Name, kind: RecordType, at: Option<i64>) -> Answer {
    let answer = Answer { authoritative: true, ..Answer::only(ResponseCode::NoError) };
    let signed = zone.signed.as_ref().zip(at);
    let mut search = Search { zone, kind, signed, answer };
    let mut asked = name.clone();
    for _ in 0..=ALIASES_MAX {
        match search.look_up(&asked) {
            Some(target) if search.leads_on(&target) => asked = target,
            _ => break,
        }
    }
    search.add_addresses();
    search.answer
}

/// A question on its way to an answer.
struct Search<'a> {
    zone: &'a Content,
    kind: RecordType,
    /// What signs, and the time at which signatures must hold.
    signed: Option<(&'a Signed, i64)>,
    answer: Answer,
}

impl Search<'_> {
    /// Whether the target of an alias is within the zone and was not come by already.
    fn leads_on(&self, target: &Name) -> bool {
        self.zone.apex.zone_of(&LowerName::new(target))
            && self.answer.answers.iter().all(|record| record.name != *target)
    }

    /// Adds what one name has; gives the name that it is an alias of.
    fn look_up(&mut self, asked: &Name) -> Option<Name> {
        let zone = self.zone;
        let name = LowerName::new(asked);
        // The key of a zone below is told by the zone above, at the very cut.
        let cut = zone.cut(&name).filter(|cut| self.kind != RecordType::DS || *cut != name);
        if let Some(cut) = cut {
            self.refer(&cut);
            return None;
        }
        if let Some((dname, target)) = zone.moved(asked) {
            return self.move_on(asked, dname, target);
        }
        let (records, by_wildcard) = match zone.at(&name) {
            Some(records) => (records, false),
            None => match zone.wildcard(&name) {
                Some(records) => (records, true),
                None => {
                    self.answer.code = ResponseCode::NXDomain;
                    self.deny(Lacking::Name(&name));
                    return None;
                }
            },
        };
        let found = select(records, self.kind);
        if found.is_empty() {
            return self.deny_type(asked, &name, by_wildcard);
        }
        let alias = found.iter().find_map(|record| target_of_alias(record, self.kind));
        self.add_found(asked, &found);
        if by_wildcard {
            self.prove(Lacking::Itself(&name));
        }
        alias
    }

    /// Records that are made when they are asked for are found where the name has no others.
    fn deny_type(&mut self, asked: &Name, name: &LowerName, by_wildcard: bool) -> Option<Name> {
        let nsec = self.zone.nsec(name).filter(|_| self.kind == RecordType::NSEC);
        match nsec {
            Some(nsec) => self.add_found(asked, &[&nsec]),
            None if by_wildcard => self.deny(Lacking::TypeOfWildcard(name)),
            None => self.deny(Lacking::Type(name)),
        }
        None
    }

    /// Adds a set of records to the answer under the name that was asked, and its signatures.
    fn add_found(&mut self, asked: &Name, set: &[&Record]) {
        let answers = &mut self.answer.answers;
        answers.extend(set.iter().map(|record| at(asked, record)));
        if let Some((signed, now)) = self.signed {
            let signatures = signed.signatures(set, now);
            answers.extend(signatures.iter().map(|signature| at(asked, signature)));
        }
    }

    /// Says that something is not there.
    fn deny(&mut self, lacking: Lacking<'_>) {
        let denial = &self.zone.denial;
        self.answer.authorities.push(denial.clone());
        if let Some((signed, now)) = self.signed {
            let start: Vec<&Record> = self.zone.of(&self.zone.apex, RecordType::SOA).collect();
            for mut signature in signed.signatures(&start, now) {
                signature.ttl = denial.ttl;
                self.answer.authorities.push(signature);
            }
        }
        self.prove(lacking);
    }

    /// Adds the proof, where the asker wants it.
    fn prove(&mut self, lacking: Lacking<'_>) {
        let Some((signed, now)) = self.signed else { return };
        for record in self.zone.proof(lacking) {
            let signatures = signed.signatures(&[&record], now);
            self.answer.authorities.push(record);
            self.answer.authorities.extend(signatures);
        }
    }

    /// Adds a DNAME and the alias that it makes of the name; gives where that leads.
    fn move_on(&mut self, asked: &Name, dname: &Record, target: Option<Name>) -> Option<Name> {
        self.add_found(&dname.name, &[dname]);
        let Some(target) = target else {
            self.answer.code = ResponseCode::YXDomain;
            return None;
        };
        let alias = RData::CNAME(CNAME(target.clone()));
        self.answer.answers.push(Record::from_rdata(asked.clone(), dname.ttl, alias));
        Some(target)
    }

    /// Names the nameservers of a zone below, with the addresses that this zone has of them, and
    /// its keys or that there are none.
    fn refer(&mut self, cut: &LowerName) {
        self.answer.authoritative = !self.answer.answers.is_empty();
        self.answer.needs_additionals = true;
        self.answer.authorities.extend(self.zone.of(cut, RecordType::NS).cloned());
        let Some((signed, now)) = self.signed else { return };
        let keys: Vec<&Record> = self.zone.of(cut, RecordType::DS).collect();
        if keys.is_empty() {
            return self.prove(Lacking::Type(cut));
        }
        self.answer.authorities.extend(keys.iter().map(|key| (*key).clone()));
        self.answer.authorities.extend(signed.signatures(&keys, now));
    }

    /// Adds the addresses that the zone has of the hosts that an answer names.
    fn add_addresses(&mut self) {
        let mut hosts: Vec<LowerName> = Vec::new();
        for record in self.answer.answers.iter().chain(&self.answer.authorities) {
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
            for kind in [RecordType::A, RecordType::AAAA] {
                let set: Vec<&Record> = self.zone.of(&host, kind).collect();
                self.answer.additionals.extend(set.iter().map(|record| (*record).clone()));
                // What is below a cut is not the zone's to sign.
                let signed = self.signed.filter(|_| self.zone.cut(&host).is_none());
                let signatures = signed.map(|(signed, now)| signed.signatures(&set, now));
                self.answer.additionals.extend(signatures.unwrap_or_default());
            }
        }
    }
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
