//! Keys of TLS certificates and of mail, made by aws-lc.

use api::{
    Error, Result, Secret,
    ports::{KeyKind, Keys, PublicKey, PublicNumbers},
};
use rcgen::{
    KeyPair, PKCS_ECDSA_P256_SHA256, PKCS_ECDSA_P384_SHA384, PKCS_RSA_SHA256, PublicKeyData as _,
    RsaKeySize,
};
use x509_parser::{
    prelude::{FromDer as _, SubjectPublicKeyInfo},
    public_key::PublicKey as Parsed,
};

const UNUSABLE: &str = "it is no private key in PEM that can sign certificates: RSA of 2048 bits or \
    more, or ECDSA on the curve P-256 or P-384";

/// Keys made and read in this process.
#[derive(Debug, Clone, Copy, Default)]
pub struct MadeKeys;

impl Keys for MadeKeys {
    fn generate(&self, kind: KeyKind) -> Result<Secret> {
        let made = match kind {
            KeyKind::Rsa2048 => KeyPair::generate_rsa_for(&PKCS_RSA_SHA256, RsaKeySize::_2048),
            KeyKind::Rsa4096 => KeyPair::generate_rsa_for(&PKCS_RSA_SHA256, RsaKeySize::_4096),
            KeyKind::P256 => KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256),
            KeyKind::P384 => KeyPair::generate_for(&PKCS_ECDSA_P384_SHA384),
        };
        // PEM ends its lines as mail does, files here as Unix does.
        made.map(|key| Secret::new(key.serialize_pem().replace("\r\n", "\n")))
            .map_err(Error::internal)
    }

    fn public(&self, key: &Secret) -> Result<PublicKey> {
        let pair = pair(key)?;
        read_public(&pair.subject_public_key_info())
            .filter(|_| {
                [&PKCS_RSA_SHA256, &PKCS_ECDSA_P256_SHA256, &PKCS_ECDSA_P384_SHA384]
                    .contains(&pair.algorithm())
            })
            .ok_or_else(|| Error::param("key", UNUSABLE))
    }

    fn read_public(&self, der: &[u8]) -> Option<PublicKey> {
        read_public(der)
    }
}

/// The key as the one who signs with it needs it.
pub(super) fn pair(key: &Secret) -> Result<KeyPair> {
    // The cause may hold pieces of the key, so it is not kept.
    KeyPair::from_pem(key.reveal()).map_err(|_| Error::param("key", UNUSABLE))
}

/// The public key that a `SubjectPublicKeyInfo` holds; none where it is of another kind.
pub(super) fn read_public(der: &[u8]) -> Option<PublicKey> {
    let (_, info) = SubjectPublicKeyInfo::from_der(der).ok()?;
    numbers(&info).map(|numbers| PublicKey { der: der.to_vec(), numbers })
}

fn numbers(info: &SubjectPublicKeyInfo<'_>) -> Option<PublicNumbers> {
    match info.parsed().ok()? {
        Parsed::RSA(rsa) => {
            let modulus = hex(trimmed(rsa.modulus));
            let exponent = hex(trimmed(rsa.exponent));
            let bits = u32::try_from(modulus.trim_start_matches('0').len() * 4).ok()?;
            Some(PublicNumbers::Rsa { modulus, exponent, bits })
        }
        Parsed::EC(point) => {
            let curve = info.algorithm.parameters.as_ref()?.as_oid().ok()?;
            let curve = match curve.to_id_string().as_str() {
                "1.2.840.10045.3.1.7" => "prime256v1",
                "1.3.132.0.34" => "secp384r1",
                _ => return None,
            };
            Some(PublicNumbers::Ecdsa { curve, point: hex(point.data()) })
        }
        _ => None,
    }
}

/// A number without the zero that DER puts before a high first bit.
pub(super) fn trimmed(number: &[u8]) -> &[u8] {
    number.strip_prefix(&[0]).unwrap_or(number)
}

/// Bytes as lower hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).fold(
        String::with_capacity(bytes.len() * 2),
        |mut digits, half| {
            digits.extend(char::from_digit(half.into(), 16));
            digits
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers_of(kind: KeyKind) -> (Secret, PublicNumbers) {
        let key = MadeKeys.generate(kind).unwrap();
        let numbers = MadeKeys.public(&key).unwrap().numbers;
        (key, numbers)
    }

    #[test]
    fn keys_of_each_kind_are_made_and_read_back() {
        for (kind, length) in [(KeyKind::Rsa2048, 2048_u32), (KeyKind::Rsa4096, 4096)] {
            let (key, PublicNumbers::Rsa { modulus, exponent, bits }) = numbers_of(kind) else {
                panic!("no RSA key")
            };
            assert!(key.reveal().starts_with("-----BEGIN PRIVATE KEY-----\n"));
            assert_eq!((bits, exponent.as_str()), (length, "010001"));
            assert_eq!(u32::try_from(modulus.len() * 4), Ok(length));
        }
        for (kind, name, bytes) in
            [(KeyKind::P256, "prime256v1", 65), (KeyKind::P384, "secp384r1", 97)]
        {
            let (_, PublicNumbers::Ecdsa { curve, point }) = numbers_of(kind) else {
                panic!("no ECDSA key")
            };
            assert_eq!((curve, point.len(), point.get(..2)), (name, bytes * 2, Some("04")));
        }
    }

    #[test]
    fn a_key_in_another_format_is_read_too() {
        // Made by `openssl ecparam -genkey`, read by `openssl ec -text`.
        let key = "-----BEGIN EC PRIVATE KEY-----\n\
            MHcCAQEEIMAwV3GIglV2MYwgvnSnwjo1jTSxNmPBuQ22v651+i58oAoGCCqGSM49\n\
            AwEHoUQDQgAExQJfgecHvQtZ0Fobeg3425fXEGv+hUEUJw33VWerVFKxLpbf1aJF\n\
            MDLQhMyKB7frnn7LgzDiWpbOX8XXyNrFVw==\n\
            -----END EC PRIVATE KEY-----\n";
        let point = "04c5025f81e707bd0b59d05a1b7a0df8db97d7106bfe854114270df75567ab5452\
            b12e96dfd5a2453032d084cc8a07b7eb9e7ecb8330e25a96ce5fc5d7c8dac557";
        let public = MadeKeys.public(&Secret::new(key.to_owned())).unwrap();
        let PublicNumbers::Ecdsa { curve, point: found } = public.numbers else {
            panic!("no ECDSA key")
        };
        assert_eq!((curve, found.as_str()), ("prime256v1", point));
    }

    #[test]
    fn what_is_no_such_key_is_refused_without_being_shown() {
        for text in [
            "",
            "hunter2",
            "-----BEGIN PRIVATE KEY-----\naHVudGVyMg==\n-----END PRIVATE KEY-----\n",
        ] {
            let problem = MadeKeys.public(&Secret::new(text.to_owned())).unwrap_err();
            assert!(problem.to_string().starts_with("key: "), "{problem}");
            assert!(!format!("{problem:?}").contains("hunter2"));
        }
    }
}
