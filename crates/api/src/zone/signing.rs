//! How a zone is signed (RFC 4034): its keys as records name them. Making keys and signing is an
//! adapter's.

use std::fmt;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest as _, Sha256, Sha384};
use zeroize::Zeroizing;

use crate::{
    Result, Word,
    records::{Cell, Column, KeyKind, Row, ZoneKey, ZoneSigning},
};

/// How a zone is signed, and by which keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signing {
    /// How it is proven that a name is not there.
    pub denial: ZoneSigning,
    /// Its keys by number.
    pub keys: Vec<ZoneKey>,
}

/// The private half of a key as BIND writes it (`Private-key-format: v1.2`), or that text sealed. It
/// is never shown but where it is asked for, and its memory is wiped when it goes.
#[derive(Clone, PartialEq, Eq)]
pub struct PrivateKey(Zeroizing<String>);

impl PrivateKey {
    /// Takes text over.
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    /// The text itself, for the few places that use it.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PrivateKey")
    }
}

impl Column for PrivateKey {
    fn read(row: &dyn Row, place: usize) -> Result<Self> {
        String::read(row, place).map(Self::new)
    }
    fn cell(&self) -> Cell<'_> {
        self.reveal().into()
    }
}

/// The algorithms that sign here. Those with SHA-1 are left out: validators take what they sign as
/// not signed (RFC 9905).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum KeyAlgorithm {
    /// RSA with SHA-256.
    #[word("RSASHA256")]
    RsaSha256,
    /// RSA with SHA-512.
    #[word("RSASHA512")]
    RsaSha512,
    /// ECDSA on P-256 with SHA-256.
    #[word("ECDSAP256SHA256")]
    EcdsaP256,
    /// ECDSA on P-384 with SHA-384.
    #[word("ECDSAP384SHA384")]
    EcdsaP384,
    /// Ed25519.
    #[word("ED25519")]
    Ed25519,
}

impl KeyAlgorithm {
    /// Its number in records.
    pub const fn number(self) -> u8 {
        match self {
            Self::RsaSha256 => 8,
            Self::RsaSha512 => 10,
            Self::EcdsaP256 => 13,
            Self::EcdsaP384 => 14,
            Self::Ed25519 => 15,
        }
    }

    /// The algorithm of that number, if it signs here.
    pub fn of_number(number: u8) -> Option<Self> {
        Self::ALL.iter().copied().find(|algorithm| algorithm.number() == number)
    }

    /// The size of a new key where none is asked for, in bits.
    pub const fn usual_bits(self) -> u16 {
        match self {
            Self::RsaSha256 | Self::RsaSha512 => 2048,
            Self::EcdsaP256 | Self::Ed25519 => 256,
            Self::EcdsaP384 => 384,
        }
    }

    /// What it is, for people.
    pub const fn description(self) -> &'static str {
        match self {
            Self::RsaSha256 => "RSA with SHA-256",
            Self::RsaSha512 => "RSA with SHA-512",
            Self::EcdsaP256 => "ECDSA Curve P-256 with SHA-256",
            Self::EcdsaP384 => "ECDSA Curve P-384 with SHA-384",
            Self::Ed25519 => "Ed25519",
        }
    }
}

/// How a key's digest in DS records is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DigestKind {
    /// SHA-256.
    Sha256,
    /// SHA-384.
    Sha384,
}

impl DigestKind {
    /// All that are published.
    pub const ALL: [Self; 2] = [Self::Sha256, Self::Sha384];

    /// Its number in records.
    pub const fn number(self) -> u8 {
        match self {
            Self::Sha256 => 2,
            Self::Sha384 => 4,
        }
    }

    /// What it is, for people.
    pub const fn description(self) -> &'static str {
        match self {
            Self::Sha256 => "SHA-256",
            Self::Sha384 => "SHA-384",
        }
    }
}

impl KeyKind {
    /// The flags of its DNSKEY record: 257 where it signs the keys.
    pub const fn flags(self) -> u16 {
        match self {
            Self::Combined | Self::KeySigning => 257,
            Self::ZoneSigning => 256,
        }
    }
}

impl ZoneKey {
    /// The value of its DNSKEY record as messages have it.
    pub fn dnskey(&self) -> Vec<u8> {
        let mut value = self.kind.flags().to_be_bytes().to_vec();
        value.extend([3, self.algorithm]);
        value.extend(self.public_bytes());
        value
    }

    /// Its public half.
    pub fn public_bytes(&self) -> Vec<u8> {
        STANDARD.decode(&self.public).unwrap_or_default()
    }

    /// Its tag, by which records name it (RFC 4034, appendix B).
    pub fn tag(&self) -> u16 {
        let sum: u32 = self.dnskey().chunks(2).fold(0, |sum, pair| match pair {
            [high, low] => sum + u32::from(u16::from_be_bytes([*high, *low])),
            [high] => sum + (u32::from(*high) << 8),
            _ => sum,
        });
        let folded = sum + (sum >> 16);
        u16::try_from(folded & 0xffff).unwrap_or_default()
    }

    /// The digest of a DS record for it.
    pub fn digest(&self, kind: DigestKind) -> Vec<u8> {
        let mut bytes = super::wire::name(&format!("{}.", self.zone));
        bytes.extend(self.dnskey());
        match kind {
            DigestKind::Sha256 => Sha256::digest(&bytes).to_vec(),
            DigestKind::Sha384 => Sha384::digest(&bytes).to_vec(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::zone::value::hex;

    /// The key and the record of RFC 6605, section 6.1.
    #[test]
    fn a_key_is_named_as_records_name_it() {
        let key = ZoneKey {
            zone: "example.net".parse().unwrap(),
            id: 1,
            kind: KeyKind::KeySigning,
            algorithm: 13,
            bits: 256,
            public: "GojIhhXUN/u4v54ZQqGSnyhWJwaubCvTmeexv7bR6edbkrSqQpF64cYbcB7wNcP+e+MAnLr+Wi9xMWyQLc8NAA=="
                .to_owned(),
            private: PrivateKey::new("kept".to_owned()),
            active: true.into(),
            created: crate::UnixTime(0),
        };
        assert_eq!(key.tag(), 55648);
        assert_eq!(
            hex(&key.digest(DigestKind::Sha256)),
            "b4c8c1fe2e7477127b27115656ad6256f424625bf5c1e2770ce6d6e37df61d17"
        );
        assert!(!format!("{key:?}").contains("kept"));
    }

    #[test]
    fn algorithms_are_known_by_their_numbers() {
        for algorithm in KeyAlgorithm::ALL {
            assert_eq!(KeyAlgorithm::of_number(algorithm.number()), Some(*algorithm));
        }
        for other in [0, 1, 3, 5, 6, 7, 12, 16] {
            assert_eq!(KeyAlgorithm::of_number(other), None);
        }
    }
}
