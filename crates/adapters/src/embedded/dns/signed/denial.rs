//! Proofs that a name or a type is not there: NSEC (RFC 4034, section 4) and NSEC3 (RFC 5155). The
//! names of a zone are put in order when the first proof needs it.

use std::sync::OnceLock;

use api::records::ZoneSigning;
use data_encoding::{BASE32_DNSSEC, HEXLOWER_PERMISSIVE};
use hickory_proto::{
    dnssec::{
        Nsec3HashAlgorithm,
        rdata::{DNSSECRData, NSEC, NSEC3},
    },
    rr::{LowerName, Name, RData, Record, RecordType},
};

use super::super::content::Content;

/// What is not there.
#[derive(Debug, Clone, Copy)]
pub(in crate::embedded::dns) enum Lacking<'a> {
    /// The name, which no wildcard stands for.
    Name(&'a LowerName),
    /// The name itself; a wildcard stands for it.
    Itself(&'a LowerName),
    /// The name itself, and the type at the wildcard that stands for it.
    TypeOfWildcard(&'a LowerName),
    /// The type, at a name that is there.
    Type(&'a LowerName),
}

/// How absence is proven.
pub(super) enum Denial {
    /// By names in order.
    Nsec(OnceLock<Vec<LowerName>>),
    /// By hashes in order.
    Nsec3(Nsec3),
}

pub(super) struct Nsec3 {
    iterations: u16,
    salt: Vec<u8>,
    opt_out: bool,
    narrow: bool,
    hashes: OnceLock<Vec<(Hash, LowerName)>>,
}

/// A name's hash: SHA-1, the only one that NSEC3 has.
type Hash = [u8; 20];

/// What hashes add to names.
pub(super) fn salt(signing: &ZoneSigning) -> Vec<u8> {
    HEXLOWER_PERMISSIVE.decode(signing.salt.as_bytes()).unwrap_or_default()
}

impl Denial {
    pub(super) fn new(signing: &ZoneSigning) -> Self {
        if !signing.nsec3.0 {
            return Self::Nsec(OnceLock::new());
        }
        Self::Nsec3(Nsec3 {
            iterations: signing.iterations,
            salt: salt(signing),
            opt_out: signing.opt_out.0,
            narrow: signing.narrow.0,
            hashes: OnceLock::new(),
        })
    }
}

impl Content {
    /// The records that prove it, each once; not signed.
    pub(in crate::embedded::dns) fn proof(&self, lacking: Lacking<'_>) -> Vec<Record> {
        let mut proof = match self.signed.as_ref().map(|signed| &signed.denial) {
            None => Vec::new(),
            Some(Denial::Nsec(order)) => self.nsec_proof(order, lacking),
            Some(Denial::Nsec3(nsec3)) => self.nsec3_proof(nsec3, lacking),
        };
        proof.sort();
        proof.dedup();
        proof
    }

    /// The NSEC record of a name, where the zone has such.
    pub(in crate::embedded::dns) fn nsec(&self, name: &LowerName) -> Option<Record> {
        let Some(Denial::Nsec(order)) = self.signed.as_ref().map(|signed| &signed.denial) else {
            return None;
        };
        let nsec = self.nsec_before(order, name)?;
        (LowerName::new(&nsec.name) == *name).then_some(nsec)
    }

    fn nsec_proof(&self, order: &OnceLock<Vec<LowerName>>, lacking: Lacking<'_>) -> Vec<Record> {
        let before = |name: &LowerName| self.nsec_before(order, name);
        let wildcard = |name| self.wildcard_name(name).and_then(|name| before(&name));
        match lacking {
            // A name with nothing but names below it is within the gap before the first of them.
            Lacking::Type(name) | Lacking::Itself(name) => before(name).into_iter().collect(),
            Lacking::Name(name) | Lacking::TypeOfWildcard(name) => {
                [before(name), wildcard(name)].into_iter().flatten().collect()
            }
        }
    }

    /// The NSEC record of the last name that is not behind the given one.
    fn nsec_before(&self, order: &OnceLock<Vec<LowerName>>, name: &LowerName) -> Option<Record> {
        let order = order.get_or_init(|| {
            let has_records = |name: &&LowerName| self.at(name).is_some_and(|at| !at.is_empty());
            let mut names: Vec<_> = self.own_names().filter(has_records).cloned().collect();
            names.sort_unstable();
            names
        });
        let place = order.partition_point(|other| other <= name).checked_sub(1)?;
        let owner = order.get(place)?;
        let next = order.get(place + 1).or(order.first())?;
        let data = NSEC::new_cover_self(Name::from(next), self.types(owner));
        Some(self.denying(Name::from(owner), DNSSECRData::NSEC(data)))
    }

    fn nsec3_proof(&self, nsec3: &Nsec3, lacking: Lacking<'_>) -> Vec<Record> {
        let (Lacking::Name(name)
        | Lacking::Itself(name)
        | Lacking::TypeOfWildcard(name)
        | Lacking::Type(name)) = lacking;
        let encloser = self.encloser(name);
        // The name below the encloser, on the way to the name.
        let closer = name.iter().rev().take(usize::from(encloser.num_labels()) + 1);
        let labels: Vec<&[u8]> = closer.collect::<Vec<_>>().into_iter().rev().collect();
        let closer = Name::from_labels(labels).map(|name| LowerName::new(&name)).ok();
        let matching = |name: Option<&LowerName>| self.nsec3(nsec3, name?, true);
        let covering = |name: Option<&LowerName>| self.nsec3(nsec3, name?, false);
        let wildcard = self.wildcard_name(name);
        let proof = match lacking {
            Lacking::Type(_) => [matching(Some(name)), None, None],
            Lacking::Itself(_) => [covering(closer.as_ref()), None, None],
            Lacking::Name(_) => {
                [matching(Some(&encloser)), covering(closer.as_ref()), covering(wildcard.as_ref())]
            }
            Lacking::TypeOfWildcard(_) => {
                [matching(Some(&encloser)), covering(closer.as_ref()), matching(wildcard.as_ref())]
            }
        };
        proof.into_iter().flatten().collect()
    }

    /// The NSEC3 record of a name that is there, or the one whose gap a name is in that is not.
    fn nsec3(&self, nsec3: &Nsec3, name: &LowerName, is_there: bool) -> Option<Record> {
        let hash = nsec3.hash(name)?;
        if nsec3.narrow {
            let owner = if is_there { hash } else { beside(hash, false) };
            let types = if is_there { self.hashed_types(name) } else { Vec::new() };
            return self.nsec3_record(nsec3, owner, beside(hash, true), types);
        }
        let hashes = nsec3.hashes.get_or_init(|| {
            let names = self.own_names().cloned();
            let mut hashes: Vec<(Hash, LowerName)> =
                names.filter_map(|name| Some((nsec3.hash(&name)?, name))).collect();
            hashes.sort_unstable();
            hashes
        });
        let behind = hashes.partition_point(|(other, _)| *other <= hash);
        let before = behind.checked_sub(1).and_then(|place| hashes.get(place));
        let (owner, at) = before.or(hashes.last())?;
        let (next, _) = hashes.get(behind).or(hashes.first())?;
        self.nsec3_record(nsec3, *owner, *next, self.hashed_types(at))
    }

    /// What NSEC3 says of a name: signatures only where there is something signed.
    fn hashed_types(&self, name: &LowerName) -> Vec<RecordType> {
        let mut types = self.types(name);
        let at_cut = self.cut(name).is_some();
        if !types.is_empty() && (!at_cut || types.contains(&RecordType::DS)) {
            types.push(RecordType::RRSIG);
        }
        types
    }

    fn nsec3_record(
        &self,
        nsec3: &Nsec3,
        owner: Hash,
        next: Hash,
        types: Vec<RecordType>,
    ) -> Option<Record> {
        let apex = Name::from(&self.apex);
        let owner = Name::from_ascii(BASE32_DNSSEC.encode(&owner)).ok()?;
        let data = NSEC3::new(
            Nsec3HashAlgorithm::SHA1,
            nsec3.opt_out,
            nsec3.iterations,
            nsec3.salt.clone(),
            next.to_vec(),
            types,
        );
        Some(self.denying(owner.append_name(&apex).ok()?, DNSSECRData::NSEC3(data)))
    }

    /// It lives as long as absence may be kept (RFC 9077).
    fn denying(&self, owner: Name, data: DNSSECRData) -> Record {
        Record::from_rdata(owner, self.denial.ttl, RData::DNSSEC(data))
    }
}

impl Nsec3 {
    fn hash(&self, name: &LowerName) -> Option<Hash> {
        let hash = Nsec3HashAlgorithm::SHA1;
        let hash = hash.hash(&self.salt, &Name::from(name), self.iterations).ok()?;
        hash.as_ref().try_into().ok()
    }
}

/// The hash right after or before one.
fn beside(mut hash: Hash, after: bool) -> Hash {
    for byte in hash.iter_mut().rev() {
        let (changed, carries) =
            if after { byte.overflowing_add(1) } else { byte.overflowing_sub(1) };
        *byte = changed;
        if !carries {
            break;
        }
    }
    hash
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_have_neighbours() {
        let mut hash = [0; 20];
        assert_eq!(beside(hash, false), [255; 20]);
        assert_eq!(beside([255; 20], true), hash);
        hash[19] = 255;
        let mut next = [0; 20];
        next[18] = 1;
        assert_eq!(beside(hash, true), next);
        assert_eq!(beside(next, false), hash);
    }
}
