//! Keys: made, and told apart by their public half.

use crate::{Result, Secret, Word};

/// Keys that sign: of TLS certificates, of mail.
pub trait Keys: Send + Sync {
    /// Makes a private key: PKCS #8 in PEM.
    fn generate(&self, kind: KeyKind) -> Result<Secret>;
    /// The public half of a private key in PEM (PKCS #8, PKCS #1 or SEC 1), which must be of a kind
    /// that can sign certificates.
    fn public(&self, key: &Secret) -> Result<PublicKey>;
    /// The numbers of a public key (`SubjectPublicKeyInfo` in DER); none of another kind of key.
    fn read_public(&self, der: &[u8]) -> Option<PublicKey>;
}

/// A kind of key that is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum KeyKind {
    /// RSA of 2048 bits.
    #[word("rsa-2048")]
    Rsa2048,
    /// RSA of 4096 bits.
    #[word("rsa-4096")]
    Rsa4096,
    /// ECDSA on the curve P-256.
    #[word("ecdsa-prime256v1")]
    P256,
    /// ECDSA on the curve P-384.
    #[word("ecdsa-secp384r1")]
    P384,
}

/// The public half of a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey {
    /// It as a `SubjectPublicKeyInfo` in DER, as certificates hold it.
    pub der: Vec<u8>,
    /// Its numbers.
    pub numbers: PublicNumbers,
}

/// The numbers of a public key, in lower hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PublicNumbers {
    /// Of RSA.
    Rsa {
        /// The modulus.
        modulus: String,
        /// The public exponent.
        exponent: String,
        /// The length of the modulus in bits.
        bits: u32,
    },
    /// Of ECDSA.
    Ecdsa {
        /// The curve: `prime256v1` or `secp384r1`.
        curve: &'static str,
        /// The point, uncompressed.
        point: String,
    },
}
