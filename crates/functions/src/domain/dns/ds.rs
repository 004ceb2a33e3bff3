//! A zone's keys and their digests, as calls tell them. Private halves are not among it.

use std::collections::BTreeMap;

use api::{
    Flag, Output, UnixTime,
    records::{KeyKind, ZoneKey, ZoneSigning},
    zone::{DigestKind, KeyAlgorithm, Signing, hex},
};

/// How a zone is signed; empty where it is not.
#[derive(Debug, Output)]
pub struct DsRecords {
    /// The keys by tag.
    #[param(absent)]
    pub keys: Option<BTreeMap<String, Key>>,
    /// How it is proven that a name is not there.
    #[param(absent)]
    pub nsec_details: Option<NsecDetails>,
}

/// A key.
#[derive(Debug, Output)]
pub struct Key {
    /// Whether it signs.
    pub active: Flag,
    /// Its algorithm, for people.
    pub algo_desc: String,
    /// Its algorithm's number.
    pub algo_num: u8,
    /// Its algorithm's name in zone files.
    pub algo_tag: String,
    /// Its size in bits.
    pub bits: u16,
    /// When it was made or came here.
    pub created: UnixTime,
    /// Its digests, for DS records in the zone above; none where that need not know it.
    pub digests: Vec<Digest>,
    /// The flags of its DNSKEY record: 256, or 257 where it signs the keys.
    pub flags: u16,
    /// Its number, by which calls name it.
    pub key_id: u32,
    /// Its tag, by which records name it.
    pub key_tag: u16,
    /// What it signs.
    pub key_type: KeyKind,
}

/// A digest of a key.
#[derive(Debug, Output)]
pub struct Digest {
    /// How it is made, for people.
    pub algo_desc: &'static str,
    /// The number of how it is made.
    pub algo_num: u8,
    /// It in hexadecimal.
    pub digest: String,
}

/// How it is proven that a name is not there.
#[derive(Debug, Output)]
pub struct NsecDetails {
    /// How NSEC3 hashes, for people.
    #[param(absent)]
    pub nsec3_hash_algo_desc: Option<&'static str>,
    /// The number of how NSEC3 hashes.
    #[param(absent)]
    pub nsec3_hash_algo_num: Option<u8>,
    /// How often NSEC3 hashes again.
    #[param(absent)]
    pub nsec3_iterations: Option<u16>,
    /// Whether NSEC3 tells no more than it must.
    #[param(absent)]
    pub nsec3_narrow: Option<Flag>,
    /// Whether NSEC3 leaves out zones below that are not signed.
    #[param(absent)]
    pub nsec3_opt_out: Option<Flag>,
    /// What NSEC3 adds to names, in hexadecimal.
    #[param(absent)]
    pub nsec3_salt: Option<String>,
    /// `NSEC` or `NSEC3`.
    pub nsec_version: &'static str,
}

/// The version of a way to prove absence.
pub fn nsec_version(nsec3: Flag) -> &'static str {
    if nsec3.0 { "NSEC3" } else { "NSEC" }
}

impl DsRecords {
    /// Of a zone.
    pub fn of(signing: Option<&Signing>) -> Self {
        let keys = signing.map(|signing| signing.keys.iter().map(of_key).collect());
        Self { keys, nsec_details: signing.map(|signing| details(&signing.denial)) }
    }
}

fn of_key(key: &ZoneKey) -> (String, Key) {
    let algorithm = KeyAlgorithm::of_number(key.algorithm);
    let enters = key.kind != KeyKind::ZoneSigning;
    let digests = DigestKind::ALL.iter().filter(|_| enters).map(|kind| Digest {
        algo_desc: kind.description(),
        algo_num: kind.number(),
        digest: hex(&key.digest(*kind)),
    });
    let told = Key {
        active: key.active,
        algo_desc: algorithm.map(KeyAlgorithm::description).unwrap_or_default().to_owned(),
        algo_num: key.algorithm,
        algo_tag: algorithm.map(KeyAlgorithm::as_str).unwrap_or_default().to_owned(),
        bits: key.bits,
        created: key.created,
        digests: digests.collect(),
        flags: key.kind.flags(),
        key_id: key.id,
        key_tag: key.tag(),
        key_type: key.kind,
    };
    (key.tag().to_string(), told)
}

fn details(denial: &ZoneSigning) -> NsecDetails {
    let nsec3 = denial.nsec3.0.then_some(denial);
    NsecDetails {
        nsec3_hash_algo_desc: nsec3.map(|_| "SHA-1"),
        nsec3_hash_algo_num: nsec3.map(|_| 1),
        nsec3_iterations: nsec3.map(|denial| denial.iterations),
        nsec3_narrow: nsec3.map(|denial| denial.narrow),
        nsec3_opt_out: nsec3.map(|denial| denial.opt_out),
        nsec3_salt: nsec3.map(|denial| denial.salt.clone()),
        nsec_version: nsec_version(denial.nsec3),
    }
}
