//! Keys that sign zones: made, read, and used. aws-lc makes keys and finds the public half of one that
//! is read; `ring` signs, for it takes an RSA key by its parts.

mod pair;
mod text;

use api::{
    Error, Result,
    ports::{self, ZoneKeys},
    zone::{KeyAlgorithm, PrivateKey},
};
use aws_lc_rs::{
    encoding::{AsDer as _, Pkcs8V1Der},
    rsa::{KeyPair, KeySize},
};
use x509_parser::asn1_rs::{self, FromDer as _, Integer, OctetString, Sequence};
use zeroize::Zeroizing;

use super::keys::trimmed;
pub(crate) use pair::Signer;
use text::Fields;

/// Makes keys in this process.
#[derive(Debug, Clone, Copy, Default)]
pub struct LocalKeys;

impl ZoneKeys for LocalKeys {
    fn generate(&self, algorithm: KeyAlgorithm, bits: u16) -> Result<ports::KeyPair> {
        let private = match algorithm {
            KeyAlgorithm::RsaSha256 | KeyAlgorithm::RsaSha512 => rsa_fields(bits)?,
            KeyAlgorithm::EcdsaP256 | KeyAlgorithm::Ed25519 => random_fields::<32>(algorithm)?,
            KeyAlgorithm::EcdsaP384 => random_fields::<48>(algorithm)?,
        };
        let text = text::write(algorithm, &private);
        self.read(&text).map_err(Error::internal)
    }

    fn read(&self, private: &str) -> Result<ports::KeyPair, String> {
        let (algorithm, fields) = text::read(private)?;
        let public = pair::public(algorithm, &fields)?;
        let text = text::write(algorithm, &fields);
        Signer::read(algorithm, &text, &public)?;
        let bits = pair::bits(algorithm, &fields)?;
        Ok(ports::KeyPair { algorithm, bits, public, private: PrivateKey::new(text) })
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
    let size = match bits {
        2048 => KeySize::Rsa2048,
        3072 => KeySize::Rsa3072,
        4096 => KeySize::Rsa4096,
        _ => return Err(Error::internal(format!("RSA keys of {bits} bits do not sign"))),
    };
    let pair = KeyPair::generate(size).map_err(Error::internal)?;
    let der: Pkcs8V1Der<'_> = pair.as_der().map_err(Error::internal)?;
    rsa_parts(der.as_ref()).map_err(|_| Error::internal("an RSA key lacks a part"))
}

/// The parts of a key in PKCS #8 (RFC 5208, section 5, around RFC 8017, appendix A.1.2).
fn rsa_parts(der: &[u8]) -> asn1_rs::Result<Fields> {
    let (_, outer) = Sequence::from_der(der)?;
    let (rest, _version) = Integer::from_der(&outer.content)?;
    let (rest, _algorithm) = Sequence::from_der(rest)?;
    let (_, inner) = OctetString::from_der(rest)?;
    let (_, key) = Sequence::from_der(inner.as_cow())?;
    let (mut rest, _version) = Integer::from_der(&key.content)?;
    let mut fields = Fields::new();
    for name in text::RSA {
        let (after, number) = Integer::from_der(rest)?;
        fields.insert(name, trimmed(number.as_ref()).to_vec().into());
        rest = after;
    }
    Ok(fields)
}

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
