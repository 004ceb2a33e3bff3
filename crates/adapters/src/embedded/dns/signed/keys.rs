//! The records that a signed zone has at its own name: its keys (RFC 4034), what the zone above is
//! to know of them (RFC 7344), and how names are hashed (RFC 5155).

use api::{
    records::{KeyKind, ZoneKey},
    zone::{DigestKind, Signing},
};
use hickory_proto::{
    dnssec::{
        Algorithm, DigestType, Nsec3HashAlgorithm, PublicKeyBuf,
        rdata::{CDNSKEY, CDS, DNSKEY, DNSSECRData, NSEC3PARAM},
    },
    rr::{Name, RData, Record},
};

use super::denial::salt;

/// The records of a zone's keys.
pub(in crate::embedded::dns) fn records(apex: &Name, ttl: u32, signing: &Signing) -> Vec<Record> {
    let mut data: Vec<DNSSECRData> = signing.keys.iter().map(dnskey).collect();
    let enters = |key: &&ZoneKey| key.active.0 && key.kind != KeyKind::ZoneSigning;
    for key in signing.keys.iter().filter(enters) {
        data.extend(for_parent(key));
    }
    let denial = &signing.denial;
    if denial.nsec3.0 {
        let hash = Nsec3HashAlgorithm::SHA1;
        let param = NSEC3PARAM::new(hash, false, denial.iterations, salt(denial));
        data.push(DNSSECRData::NSEC3PARAM(param));
    }
    let record = |data| Record::from_rdata(apex.clone(), ttl, RData::DNSSEC(data));
    data.into_iter().map(record).collect()
}

fn dnskey(key: &ZoneKey) -> DNSSECRData {
    let public = PublicKeyBuf::new(key.public_bytes(), Algorithm::from_u8(key.algorithm));
    DNSSECRData::DNSKEY(DNSKEY::with_flags(key.kind.flags(), public))
}

fn for_parent(key: &ZoneKey) -> [DNSSECRData; 2] {
    let algorithm = Some(Algorithm::from_u8(key.algorithm));
    let digest = key.digest(DigestKind::Sha256);
    let whole = CDNSKEY::with_flags(key.kind.flags(), algorithm, key.public_bytes());
    [
        DNSSECRData::CDS(CDS::new(key.tag(), algorithm, DigestType::SHA256, digest)),
        DNSSECRData::CDNSKEY(whole),
    ]
}
