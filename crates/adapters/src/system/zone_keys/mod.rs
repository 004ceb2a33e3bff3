//! Keys that sign zones: made, read, and used. New keys come from `RustCrypto`'s crates, which also
//! find the public half of a key that is read; `ring` signs, for it is several times as fast.

mod pair;
mod text;

use api::{
    Error, Result,
    ports::{KeyPair, ZoneKeys},
    zone::{KeyAlgorithm, PrivateKey},
};
use rsa::{
    PrivateKey as RsaPrivateKey,
    rand_core::{TryCryptoRng, TryRng},
    traits::{PrivateKeyParts as _, PublicKeyParts as _},
};
use zeroize::Zeroizing;

pub(crate) use pair::Signer;
use text::Fields;

/// Makes keys in this process.
#[derive(Debug, Clone, Copy, Default)]
pub struct LocalKeys;

impl ZoneKeys for LocalKeys {
    fn generate(&self, algorithm: KeyAlgorithm, bits: u16) -> Result<KeyPair> {
        let private = match algorithm {
            KeyAlgorithm::RsaSha256 | KeyAlgorithm::RsaSha512 => rsa_fields(bits)?,
            KeyAlgorithm::EcdsaP256 | KeyAlgorithm::Ed25519 => random_fields::<32>(algorithm)?,
            KeyAlgorithm::EcdsaP384 => random_fields::<48>(algorithm)?,
        };
        let text = text::write(algorithm, &private);
        self.read(&text).map_err(Error::internal)
    }

    fn read(&self, private: &str) -> Result<KeyPair, String> {
        let (algorithm, fields) = text::read(private)?;
        let public = pair::public(algorithm, &fields)?;
        let text = text::write(algorithm, &fields);
        Signer::read(algorithm, &text, &public)?;
        let bits = pair::bits(algorithm, &fields)?;
        Ok(KeyPair { algorithm, bits, public, private: PrivateKey::new(text) })
    }
}

/// Random bytes that are a key: of P-256 and P-384 nearly all are, of Ed25519 all.
fn random_fields<const N: usize>(algorithm: KeyAlgorithm) -> Result<Fields> {
    for _ in 0..8 {
        let mut bytes = Zeroizing::new([0; N]);
        getrandom::fill(bytes.as_mut_slice()).map_err(|err| Error::internal(err.to_string()))?;
        let fields = Fields::from([("PrivateKey", bytes.to_vec().into())]);
        if pair::public(algorithm, &fields).is_ok() {
            return Ok(fields);
        }
    }
    Err(Error::internal("the system's randomness makes no key"))
}

fn rsa_fields(bits: u16) -> Result<Fields> {
    let key = RsaPrivateKey::new(&mut System, bits.into()).map_err(Error::internal)?;
    let lacking = || Error::internal("an RSA key lacks a part");
    let [one, other] = key.primes() else { return Err(lacking()) };
    let (Some(dp), Some(dq)) = (key.dp(), key.dq()) else { return Err(lacking()) };
    let coefficient = key.crt_coefficient().ok_or_else(lacking)?;
    let parts = [
        ("Modulus", key.n_bytes()),
        ("PublicExponent", key.e_bytes()),
        ("PrivateExponent", key.d().to_be_bytes_trimmed_vartime()),
        ("Prime1", one.to_be_bytes_trimmed_vartime()),
        ("Prime2", other.to_be_bytes_trimmed_vartime()),
        ("Exponent1", dp.to_be_bytes_trimmed_vartime()),
        ("Exponent2", dq.to_be_bytes_trimmed_vartime()),
        ("Coefficient", coefficient.to_be_bytes_trimmed_vartime()),
    ];
    Ok(parts.map(|(name, bytes)| (name, bytes.into_vec().into())).into())
}

/// The system's randomness, as the RSA crate asks for it.
struct System;

/// The system gives no randomness.
#[derive(Debug, thiserror::Error)]
#[error("the system gives no randomness: {0}")]
struct Away(getrandom::Error);

impl TryRng for System {
    type Error = Away;

    fn try_next_u32(&mut self) -> Result<u32, Away> {
        getrandom::u32().map_err(Away)
    }

    fn try_next_u64(&mut self) -> Result<u64, Away> {
        getrandom::u64().map_err(Away)
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Away> {
        getrandom::fill(bytes).map_err(Away)
    }
}

impl TryCryptoRng for System {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_each_algorithm_are_made_and_read_back() {
        for (algorithm, length) in [
            (KeyAlgorithm::RsaSha256, 260),
            (KeyAlgorithm::EcdsaP256, 64),
            (KeyAlgorithm::EcdsaP384, 96),
            (KeyAlgorithm::Ed25519, 32),
        ] {
            let made = LocalKeys.generate(algorithm, algorithm.usual_bits()).unwrap();
            assert_eq!((made.public.len(), made.bits), (length, algorithm.usual_bits()));
            let read = LocalKeys.read(made.private.reveal()).unwrap();
            assert_eq!((&read.public, &read.private), (&made.public, &made.private));
            let other = LocalKeys.generate(algorithm, algorithm.usual_bits()).unwrap();
            assert_ne!(other.public, made.public);
        }
    }

    /// The key of RFC 6605, section 6.1.
    #[test]
    fn another_programs_key_is_read() {
        let text = "Private-key-format: v1.2\nAlgorithm: 13 (ECDSAP256SHA256)\n\
                    PrivateKey: GU6SnQ/Ou+xC5RumuIUIuJZteXT2z0O/ok1s38Et6mQ=\n\
                    Created: 20260101000000\n";
        let key = LocalKeys.read(text).unwrap();
        let public = "1a88c8";
        assert!(api::zone::hex(&key.public).starts_with(public), "{}", api::zone::hex(&key.public));
        assert!(!key.private.reveal().contains("Created"));
    }

    #[test]
    fn what_is_no_key_is_refused_with_the_reason() {
        let head = "Private-key-format: v1.2\nAlgorithm: 13 (ECDSAP256SHA256)\n";
        for (text, said) in [
            (String::new(), "Private-key-format"),
            ("Private-key-format: v2.0\nAlgorithm: 13\n".to_owned(), "Private-key-format"),
            ("Private-key-format: v1.3\nAlgorithm: 5 (RSASHA1)\n".to_owned(), "algorithm 5"),
            (head.to_owned(), "PrivateKey"),
            (format!("{head}PrivateKey: ???\n"), "Base64"),
            (format!("{head}PrivateKey: AAAA\n"), "no key"),
            (format!("{head}PrivateKey: {}=\n", "A".repeat(43)), "no key"),
        ] {
            let problem = LocalKeys.read(&text).map(drop).unwrap_err();
            assert!(problem.contains(said), "{text}: {problem}");
        }
        let pair = LocalKeys.generate(KeyAlgorithm::RsaSha256, 1024);
        assert!(pair.is_err(), "what cannot sign is not made");
    }
}
