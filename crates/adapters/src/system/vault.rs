//! The vault: AES-256-GCM with a key in a file of its own, outside of the store.

use std::{
    fs::OpenOptions,
    io::{ErrorKind, Read as _, Write as _},
    os::unix::fs::MetadataExt as _,
    path::Path,
};

use api::{Error, Kind, Result, Secret, ports::Vault};
use aws_lc_rs::aead::{AES_256_GCM, Aad, NONCE_LEN, Nonce, RandomizedNonceKey};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use zeroize::Zeroizing;

/// The name of the key's file.
const FILE: &str = "vault.key";
/// What begins a sealed text: the way in which it was sealed.
const WAY: &str = "1:";

/// A vault whose key is in a file.
pub struct KeyFile(RandomizedNonceKey);

impl KeyFile {
    /// The vault of the key in `folder/vault.key`, which is made where there is none.
    pub fn in_folder(folder: &Path) -> Result<Self> {
        let path = folder.join(FILE);
        let failed = |cause: std::io::Error| {
            let message = format!("{}: {cause}", path.display());
            Error::new(Kind::Unavailable, message).because(cause)
        };
        if let Some(vault) = read(&path).map_err(failed)? {
            return Self::with(vault);
        }
        match write(&path) {
            Err(cause) if cause.kind() == ErrorKind::AlreadyExists => {}
            written => written.map_err(failed)?,
        }
        let gone = || failed(ErrorKind::NotFound.into());
        Self::with(read(&path).map_err(failed)?.ok_or_else(gone)?)
    }

    /// The vault of that key.
    pub fn with(key: [u8; 32]) -> Result<Self> {
        RandomizedNonceKey::new(&AES_256_GCM, &*Zeroizing::new(key))
            .map(Self)
            .map_err(Error::internal)
    }
}

impl Vault for KeyFile {
    fn seal(&self, purpose: &str, secret: &Secret) -> Result<String> {
        let mut bytes = secret.reveal().as_bytes().to_vec();
        let nonce = self
            .0
            .seal_in_place_append_tag(Aad::from(purpose), &mut bytes)
            .map_err(Error::internal)?;
        let sealed = [nonce.as_ref().as_slice(), &bytes].concat();
        Ok(format!("{WAY}{}", STANDARD.encode(sealed)))
    }

    fn open(&self, purpose: &str, sealed: &str) -> Result<Secret> {
        let closed = || {
            Error::internal(format!(
                "a secret of the store ({purpose}) was sealed with another key than that of {FILE}"
            ))
        };
        let bytes = sealed.strip_prefix(WAY).and_then(|text| STANDARD.decode(text).ok());
        let bytes = Zeroizing::new(bytes.ok_or_else(closed)?);
        let (nonce, text) = bytes.split_at_checked(NONCE_LEN).ok_or_else(closed)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| closed())?;
        let mut text = Zeroizing::new(text.to_vec());
        let opened = self.0.open_in_place(nonce, Aad::from(purpose), &mut text);
        let opened = opened.map_err(|_| closed())?.to_vec();
        String::from_utf8(opened).map(Secret::new).map_err(|_| closed())
    }
}

/// Reads the key; refuses a file that others may read.
fn read(path: &Path) -> std::io::Result<Option<[u8; 32]>> {
    let mut file = match OpenOptions::new().read(true).open(path) {
        Ok(file) => file,
        Err(cause) if cause.kind() == ErrorKind::NotFound => return Ok(None),
        Err(cause) => return Err(cause),
    };
    let metadata = file.metadata()?;
    if metadata.mode() & 0o077 != 0 || metadata.len() != 32 {
        let problem = "it must be 32 bytes that nobody else may read (chmod 600)";
        return Err(std::io::Error::new(ErrorKind::InvalidData, problem));
    }
    let mut key = [0; 32];
    file.read_exact(&mut key)?;
    Ok(Some(key))
}

/// Writes a new key: whole or not at all, and never over another one.
fn write(path: &Path) -> std::io::Result<()> {
    let mut key = Zeroizing::new([0; 32]);
    getrandom::fill(&mut *key).map_err(|cause| std::io::Error::other(cause.to_string()))?;
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut draft = tempfile::NamedTempFile::new_in(folder)?;
    draft.write_all(&*key)?;
    draft.as_file().sync_all()?;
    draft.persist_noclobber(path).map_err(|problem| problem.error)?;
    OpenOptions::new().read(true).open(folder)?.sync_all()
}

#[cfg(test)]
mod tests {
    use std::{fs, os::unix::fs::PermissionsExt as _};

    use super::*;

    fn secret(text: &str) -> Secret {
        Secret::new(text.to_owned())
    }

    #[test]
    fn what_is_sealed_opens_with_the_same_key_and_purpose_only() {
        let folder = tempfile::tempdir().unwrap();
        let vault = KeyFile::in_folder(folder.path()).unwrap();
        let sealed = vault.seal("tls", &secret("a key")).unwrap();
        assert!(
            !sealed.contains("a key") && sealed != vault.seal("tls", &secret("a key")).unwrap()
        );
        let again = KeyFile::in_folder(folder.path()).unwrap();
        assert_eq!(again.open("tls", &sealed).unwrap().reveal(), "a key");
        assert!(again.open("dkim", &sealed).is_err());
        assert!(KeyFile::with([1; 32]).unwrap().open("tls", &sealed).is_err());
        let cut = sealed.get(..sealed.len() - 4).unwrap();
        for broken in ["", "1:", "1:AAAA", "2:x", cut] {
            assert!(again.open("tls", broken).is_err(), "{broken}");
        }
    }

    #[test]
    fn a_key_that_others_may_read_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        drop(KeyFile::in_folder(folder.path()).unwrap());
        let path = folder.path().join(FILE);
        assert_eq!(fs::metadata(&path).unwrap().mode() & 0o777, 0o600);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        let said = KeyFile::in_folder(folder.path()).err().unwrap().to_string();
        assert!(said.contains("vault.key") && said.contains("chmod 600"), "{said}");
    }
}
