//! One key of a zone, signing sets of records (RFC 4034, section 3).

use api::{
    records::{KeyKind, ZoneKey},
    zone::KeyAlgorithm,
};
use hickory_proto::{
    dnssec::{
        Algorithm, TBS,
        rdata::{DNSSECRData, RRSIG, sig::SigInput},
    },
    rr::{DNSClass, Name, RData, Record, RecordType, SerialNumber},
};

use crate::system::zone_keys::Signer;

/// A key of a zone that signs.
pub(super) struct ZoneSigner {
    key: Signer,
    algorithm: Algorithm,
    tag: u16,
    /// Whether it signs the keys.
    keys: bool,
    /// Whether it signs all else.
    others: bool,
}

/// Those of the keys that are active. Where none is of one role, those of the other have both.
pub(super) fn signers(keys: &[ZoneKey]) -> Vec<ZoneSigner> {
    let active: Vec<&ZoneKey> = keys.iter().filter(|key| key.active.0).collect();
    let none_is = |kind: KeyKind| active.iter().all(|key| key.kind == kind);
    let (no_keys, no_others) = (none_is(KeyKind::ZoneSigning), none_is(KeyKind::KeySigning));
    let signer = |key: &&ZoneKey| {
        let signer = read(key)?;
        let keys = key.kind != KeyKind::ZoneSigning || no_keys;
        let others = key.kind != KeyKind::KeySigning || no_others;
        let algorithm = Algorithm::from_u8(key.algorithm);
        Some(ZoneSigner { key: signer, algorithm, tag: key.tag(), keys, others })
    };
    active.iter().filter_map(signer).collect()
}

fn read(key: &ZoneKey) -> Option<Signer> {
    let algorithm = KeyAlgorithm::of_number(key.algorithm)?;
    match Signer::read(algorithm, key.private.reveal(), &key.public_bytes()) {
        Ok(signer) => Some(signer),
        Err(problem) => {
            tracing::error!(zone = %key.zone, key.id, problem, "a key cannot sign");
            None
        }
    }
}

impl ZoneSigner {
    /// Whether it signs records of a type.
    pub(super) fn signs(&self, kind: RecordType) -> bool {
        match kind {
            RecordType::DNSKEY | RecordType::CDS | RecordType::CDNSKEY => self.keys,
            _ => self.others,
        }
    }

    /// The signature of a set, holding from one time to another.
    pub(super) fn sign(
        &self,
        apex: &Name,
        set: &[&Record],
        (from, to): (i64, i64),
    ) -> Option<Record> {
        let first = set.first()?;
        let input = SigInput {
            type_covered: first.record_type(),
            algorithm: self.algorithm,
            num_labels: first.name.num_labels(),
            original_ttl: first.ttl,
            sig_expiration: SerialNumber::new(seconds(to)),
            sig_inception: SerialNumber::new(seconds(from)),
            key_tag: self.tag,
            signer_name: apex.clone(),
        };
        let signed = TBS::from_input(&first.name, DNSClass::IN, &input, set.iter().copied());
        let signature = signed.ok().and_then(|signed| self.key.sign(signed.as_ref()).ok());
        if signature.is_none() {
            tracing::error!(name = %first.name, tag = self.tag, "a set of records is not signed");
        }
        let data = DNSSECRData::RRSIG(RRSIG::from_sig(input, signature?));
        Some(Record::from_rdata(first.name.clone(), first.ttl, RData::DNSSEC(data)))
    }
}

/// Times in signatures go around as serials do (RFC 4034, section 3.1.5).
fn seconds(time: i64) -> u32 {
    u32::try_from(time.rem_euclid(1 << 32)).unwrap_or_default()
}
