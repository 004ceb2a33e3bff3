//! A key at work: its public half, and signing.

use api::zone::KeyAlgorithm;
use aws_lc_rs::agreement::{self, ECDH_P256, ECDH_P384};
use ring::{
    rand::SystemRandom,
    rsa::{KeyPairComponents, PublicKeyComponents},
    signature::{
        ECDSA_P256_SHA256_FIXED_SIGNING, ECDSA_P384_SHA384_FIXED_SIGNING, EcdsaKeyPair,
        Ed25519KeyPair, KeyPair as _, RSA_PKCS1_SHA256, RSA_PKCS1_SHA512, RsaEncoding, RsaKeyPair,
    },
};

use super::text::{self, Fields};

/// The public half of a key as DNSKEY records have it.
pub(super) fn public(algorithm: KeyAlgorithm, fields: &Fields) -> Result<Vec<u8>, String> {
    let secret = part(fields, "PrivateKey");
    match algorithm {
        KeyAlgorithm::RsaSha256 | KeyAlgorithm::RsaSha512 => {
            let (exponent, modulus) = (part(fields, "PublicExponent"), part(fields, "Modulus"));
            let length = u8::try_from(exponent.len()).ok().filter(|length| *length > 0);
            let length = length.ok_or("its PublicExponent is no number that is used")?;
            Ok([&[length], exponent, modulus].concat())
        }
        KeyAlgorithm::EcdsaP256 => point(&ECDH_P256, secret).ok_or_else(|| no_key("P-256")),
        KeyAlgorithm::EcdsaP384 => point(&ECDH_P384, secret).ok_or_else(|| no_key("P-384")),
        KeyAlgorithm::Ed25519 => {
            let key = Ed25519KeyPair::from_seed_unchecked(secret).map_err(|_| no_key("Ed25519"))?;
            Ok(key.public_key().as_ref().to_vec())
        }
    }
}

/// The point of a curve that belongs to a secret number, without the byte that says how it is written.
fn point(curve: &'static agreement::Algorithm, secret: &[u8]) -> Option<Vec<u8>> {
    let key = agreement::PrivateKey::from_private_key(curve, secret).ok()?;
    let point = key.compute_public_key().ok()?;
    point.as_ref().strip_prefix(&[4]).map(<[u8]>::to_vec)
}

/// The size of a key in bits.
pub(super) fn bits(algorithm: KeyAlgorithm, fields: &Fields) -> Result<u16, String> {
    let modulus = part(fields, "Modulus");
    match modulus.first() {
        None => Ok(algorithm.usual_bits()),
        Some(first) => {
            let zeros = usize::try_from(first.leading_zeros()).unwrap_or_default();
            u16::try_from(modulus.len() * 8 - zeros).map_err(|_| "it is too long".to_owned())
        }
    }
}

fn part<'a>(fields: &'a Fields, name: &str) -> &'a [u8] {
    fields.get(name).map(|bytes| bytes.as_slice()).unwrap_or_default()
}

fn no_key(curve: &str) -> String {
    format!("its PrivateKey is no key of {curve}")
}

/// A key that signs.
pub(crate) enum Signer {
    /// By RSA, with the digest that its algorithm names.
    Rsa(RsaKeyPair, &'static dyn RsaEncoding),
    /// By ECDSA.
    Ecdsa(EcdsaKeyPair),
    /// By Ed25519.
    Ed25519(Ed25519KeyPair),
}

impl Signer {
    /// The signer of a private key as it is kept, with its public half.
    pub(crate) fn read(
        algorithm: KeyAlgorithm,
        private: &str,
        public: &[u8],
    ) -> Result<Self, String> {
        let (_, fields) = text::read(private)?;
        let rejected = |why: ring::error::KeyRejected| format!("its parts are no key: {why}");
        let secret = part(&fields, "PrivateKey");
        let random = SystemRandom::new();
        Ok(match algorithm {
            KeyAlgorithm::RsaSha256 => Self::Rsa(rsa(&fields)?, &RSA_PKCS1_SHA256),
            KeyAlgorithm::RsaSha512 => Self::Rsa(rsa(&fields)?, &RSA_PKCS1_SHA512),
            KeyAlgorithm::EcdsaP256 | KeyAlgorithm::EcdsaP384 => {
                let kind = match algorithm {
                    KeyAlgorithm::EcdsaP256 => &ECDSA_P256_SHA256_FIXED_SIGNING,
                    _ => &ECDSA_P384_SHA384_FIXED_SIGNING,
                };
                let public = [&[4], public].concat();
                let pair = EcdsaKeyPair::from_private_key_and_public_key;
                Self::Ecdsa(pair(kind, secret, &public, &random).map_err(rejected)?)
            }
            KeyAlgorithm::Ed25519 => {
                Self::Ed25519(Ed25519KeyPair::from_seed_unchecked(secret).map_err(rejected)?)
            }
        })
    }

    /// Signs.
    pub(crate) fn sign(&self, message: &[u8]) -> Result<Vec<u8>, ring::error::Unspecified> {
        let random = SystemRandom::new();
        match self {
            Self::Rsa(pair, encoding) => {
                let mut signature = vec![0; pair.public().modulus_len()];
                pair.sign(*encoding, &random, message, &mut signature)?;
                Ok(signature)
            }
            Self::Ecdsa(pair) => Ok(pair.sign(&random, message)?.as_ref().to_vec()),
            Self::Ed25519(pair) => Ok(pair.sign(message).as_ref().to_vec()),
        }
    }
}

fn rsa(fields: &Fields) -> Result<RsaKeyPair, String> {
    let part = |name| part(fields, name);
    let components = KeyPairComponents {
        public_key: PublicKeyComponents { n: part("Modulus"), e: part("PublicExponent") },
        d: part("PrivateExponent"),
        p: part("Prime1"),
        q: part("Prime2"),
        dP: part("Exponent1"),
        dQ: part("Exponent2"),
        qInv: part("Coefficient"),
    };
    RsaKeyPair::from_components(&components)
        .map_err(|why| format!("its parts are no RSA key of 2048 to 4096 bits: {why}"))
}
