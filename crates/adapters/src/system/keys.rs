//! RSA keys, and secrets sealed with a key that lies beside the store.

use std::{
    fs,
    io::{ErrorKind, Write as _},
    os::unix::fs::OpenOptionsExt as _,
    path::Path,
};

use api::{Error, Kind, Result, Secret, ports::Keys};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use rsa::{
    PrivateKey,
    pkcs1::DecodeRsaPrivateKey as _,
    pkcs8::{DecodePrivateKey as _, EncodePrivateKey as _, EncodePublicKey as _, LineEnding},
    rand_core::{TryCryptoRng, TryRng},
};

/// The version before each sealed text.
const VERSION: &str = "1:";

/// Keys of this machine.
pub struct SealedKeys {
    key: LessSafeKey,
}

impl SealedKeys {
    /// With the key in that file, which is made where it is missing.
    pub fn open(path: &Path) -> Result<Self> {
        let fault = |cause: std::io::Error| {
            Error::new(Kind::Unavailable, "The file of the sealing key could not be opened.")
                .because(cause)
        };
        match fs::read(path) {
            Ok(bytes) => Self::with(&bytes),
            Err(cause) if cause.kind() == ErrorKind::NotFound => {
                let bytes = fresh::<32>()?;
                let mut options = fs::OpenOptions::new();
                let file = options.write(true).create_new(true).mode(0o600).open(path);
                let mut file = match file {
                    // Another process made it meanwhile.
                    Err(cause) if cause.kind() == ErrorKind::AlreadyExists => {
                        return Self::with(&fs::read(path).map_err(fault)?);
                    }
                    other => other.map_err(fault)?,
                };
                file.write_all(&bytes).and_then(|()| file.sync_all()).map_err(fault)?;
                Self::with(&bytes)
            }
            Err(cause) => Err(fault(cause)),
        }
    }

    /// With a key that is gone when this is.
    pub fn passing() -> Result<Self> {
        Self::with(&fresh::<32>()?)
    }

    fn with(bytes: &[u8]) -> Result<Self> {
        let key = UnboundKey::new(&AES_256_GCM, bytes)
            .map_err(|_| Error::internal("the file of the sealing key has not 32 bytes"))?;
        Ok(Self { key: LessSafeKey::new(key) })
    }
}

fn fresh<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|cause| Error::internal(cause.to_string()))?;
    Ok(bytes)
}

impl Keys for SealedKeys {
    fn make_rsa(&self, bits: usize) -> Result<Secret> {
        let key =
            PrivateKey::new(&mut Os, bits).map_err(|cause| Error::internal(cause.to_string()))?;
        let pem = key.to_pkcs8_pem(LineEnding::LF);
        let pem = pem.map_err(|cause| Error::internal(cause.to_string()))?;
        Ok(Secret::new(pem.as_str().to_owned()))
    }

    fn public_rsa(&self, private: &Secret) -> Result<String> {
        let pem = private.reveal().trim();
        let key = PrivateKey::from_pkcs8_pem(pem)
            .ok()
            .or_else(|| PrivateKey::from_pkcs1_pem(pem).ok())
            .ok_or_else(|| Error::param("key", "is no private RSA key in PEM"))?;
        let public = key.to_public_key().to_public_key_der();
        let public = public.map_err(|cause| Error::internal(cause.to_string()))?;
        Ok(STANDARD.encode(public.as_bytes()))
    }

    fn seal(&self, place: &str, secret: &Secret) -> Result<String> {
        let nonce = fresh::<NONCE_LEN>()?;
        let mut sealed = secret.reveal().as_bytes().to_vec();
        let (with, aad) = (Nonce::assume_unique_for_key(nonce), Aad::from(place.as_bytes()));
        let done = self.key.seal_in_place_append_tag(with, aad, &mut sealed);
        done.map_err(|_| Error::internal("a secret could not be sealed"))?;
        Ok(format!("{VERSION}{}", STANDARD.encode([nonce.as_slice(), &sealed].concat())))
    }

    fn unseal(&self, place: &str, sealed: &str) -> Result<Secret> {
        let fault = || Error::internal(format!("what is sealed for {place} does not open"));
        let text = sealed.strip_prefix(VERSION).ok_or_else(fault)?;
        let bytes = STANDARD.decode(text).map_err(|_| fault())?;
        let (nonce, sealed) = bytes.split_at_checked(NONCE_LEN).ok_or_else(fault)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| fault())?;
        let mut sealed = sealed.to_vec();
        let aad = Aad::from(place.as_bytes());
        let opened = self.key.open_in_place(nonce, aad, &mut sealed).map_err(|_| fault())?;
        String::from_utf8(opened.to_vec()).map(Secret::new).map_err(|_| fault())
    }
}

/// The randomness of the system, for `rsa`.
struct Os;

impl TryRng for Os {
    type Error = std::io::Error;

    fn try_next_u32(&mut self) -> Result<u32, Self::Error> {
        getrandom::u32().map_err(io)
    }

    fn try_next_u64(&mut self) -> Result<u64, Self::Error> {
        getrandom::u64().map_err(io)
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Self::Error> {
        getrandom::fill(bytes).map_err(io)
    }
}

impl TryCryptoRng for Os {}

fn io(cause: getrandom::Error) -> std::io::Error {
    std::io::Error::other(cause.to_string())
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    #[test]
    fn a_secret_opens_only_where_it_was_sealed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("seal.key");
        let secret = Secret::new("line 1\nline 2".to_owned());
        let sealed = SealedKeys::open(&path).unwrap().seal("a.test", &secret).unwrap();
        assert!(!sealed.contains("line"));
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        let again = SealedKeys::open(&path).unwrap();
        assert_eq!(again.unseal("a.test", &sealed).unwrap().reveal(), secret.reveal());
        assert!(again.unseal("b.test", &sealed).is_err());
        assert!(SealedKeys::passing().unwrap().unseal("a.test", &sealed).is_err());
        assert!(again.unseal("a.test", "1:AAAA").is_err() && again.unseal("a.test", "").is_err());
    }

    #[test]
    fn an_rsa_key_has_a_public_half() {
        let keys = SealedKeys::passing().unwrap();
        let private = keys.make_rsa(2048).unwrap();
        assert!(private.reveal().starts_with("-----BEGIN PRIVATE KEY-----\n"));
        let public = keys.public_rsa(&private).unwrap();
        assert!(public.starts_with("MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A"), "{public}");
        let said = keys.public_rsa(&Secret::new("no key".to_owned())).unwrap_err();
        assert!(said.to_string().starts_with("key: "), "{said}");
    }
}
