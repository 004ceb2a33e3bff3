//! Private keys: made or taken over, sealed, stored, opened again.

use api::{
    Error, Host, Result, Secret, UnixTime, UserName, Word,
    ports::{KeyKind, PublicKey},
    records::{TlsKey, TlsPreference, Tx, is},
};

use super::{digest, hexadecimal, ids, items};
use crate::domain::change::Change;

/// What private keys are sealed for.
const PURPOSE: &str = "tls key";

/// A type of key as accounts choose it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum KeyType {
    /// As the server decides.
    #[word("system")]
    System,
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

impl KeyType {
    /// The kind of key that is made.
    pub fn kind(self) -> KeyKind {
        match self {
            Self::System | Self::Rsa2048 => KeyKind::Rsa2048,
            Self::Rsa4096 => KeyKind::Rsa4096,
            Self::P256 => KeyKind::P256,
            Self::P384 => KeyKind::P384,
        }
    }
}

/// A key on its way into the store: sealed, which is done before the store is locked.
pub struct NewKey {
    /// Its id.
    pub id: String,
    /// The digest of its public half.
    pub public: String,
    public_der: String,
    sealed: String,
}

impl NewKey {
    /// Seals a private key. The error names the parameter `key`.
    pub fn seal(host: &Host, key: &Secret) -> Result<Self> {
        let public = host.keys.public(key)?;
        let digest = digest(host, &public);
        Ok(Self {
            id: ids::key(&public, &digest),
            public: digest,
            public_der: hexadecimal(&public.der),
            sealed: host.vault.seal(PURPOSE, key)?,
        })
    }

    /// It sealed, for a place beside the account's keys.
    pub fn sealed(&self) -> &str {
        &self.sealed
    }

    /// Stores it with the account's keys.
    pub fn store(
        &self,
        change: &mut Change<'_>,
        account: &UserName,
        now: UnixTime,
        friendly_name: Option<&str>,
        otherwise: &str,
    ) -> Result<TlsKey> {
        let key = TlsKey {
            account: account.clone(),
            id: self.id.clone(),
            friendly_name: String::new(),
            created: now,
            public: self.public.clone(),
            public_der: self.public_der.clone(),
            sealed: self.sealed.clone(),
        };
        items::add(change, key, friendly_name, otherwise)
    }

    /// Stores it with the account's keys, unless it is there.
    pub fn store_once(
        &self,
        change: &mut Change<'_>,
        account: &UserName,
        now: UnixTime,
        otherwise: &str,
    ) -> Result<()> {
        let there: Option<TlsKey> = change.tx().find(&[account.into(), (&self.id).into()])?;
        if there.is_none() {
            self.store(change, account, now, None, otherwise)?;
        }
        Ok(())
    }
}

/// Opens a sealed private key.
pub fn open(host: &Host, sealed: &str) -> Result<Secret> {
    host.vault.open(PURPOSE, sealed)
}

/// The account's key of which that is the public half's digest.
pub fn of_public(tx: &dyn Tx, account: &UserName, public: &str) -> Result<Option<TlsKey>> {
    tx.first(vec![is("account", account), is("public", public)])
}

/// The public half of a stored key.
pub fn public(host: &Host, key: &TlsKey) -> Result<PublicKey> {
    let read = host.keys.read_public(&super::bytes(&key.public_der));
    read.ok_or_else(|| {
        Error::internal(format!("the public half of the key {} is unreadable", key.id))
    })
}

/// What a key without a name is called: its type and when it was made.
pub fn friendly_name(kind: KeyType, now: UnixTime) -> String {
    let kind = match kind {
        KeyType::System | KeyType::Rsa2048 => "RSA, 2048-bit",
        KeyType::Rsa4096 => "RSA, 4096-bit",
        KeyType::P256 => "ECDSA, P-256",
        KeyType::P384 => "ECDSA, P-384",
    };
    let time = jiff::Timestamp::from_second(now.0).map(|time| time.strftime("%F %T").to_string());
    format!("{kind}, {}", time.unwrap_or_default())
}

/// The type of the account's new keys where nobody says which.
pub fn preferred(tx: &dyn Tx, account: &UserName) -> Result<KeyType> {
    let row: Option<TlsPreference> = tx.find(&[account.into()])?;
    Ok(row.and_then(|row| row.key_type.parse().ok()).unwrap_or(KeyType::System))
}
