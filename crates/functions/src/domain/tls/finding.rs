//! Certificates found with what an installation needs: their private keys and their bundles.

use api::{
    Error, Flag, Host, Output, Result, Secret, UserName,
    ports::Certificate,
    records::{AccountRecord, TlsCertificate, TlsKey, Tx, is},
};

use super::{certificates, digest, keys, names::Names};

/// A certificate with its key.
pub struct WithKey {
    /// The certificate.
    pub certificate: Certificate,
    /// Those up to its authority, where they are known.
    pub bundle: Option<String>,
    /// Its private key.
    pub key: Secret,
}

/// What was found for a domain or a certificate.
#[derive(Debug, Default, Output)]
pub struct Found {
    /// The certificates up to its authority, in PEM; absent where none are known.
    #[param(absent)]
    pub cab: Option<String>,
    /// The certificate in PEM; empty where none was found.
    pub crt: String,
    /// Whose certificate it is.
    pub crt_origin: String,
    /// The domain.
    pub domain: String,
    /// The address of the owner's sites.
    pub ip: String,
    /// The private key in PEM; empty where none was found.
    pub key: String,
    /// Whose key it is.
    pub key_origin: String,
    /// Where it was looked for.
    pub searched_users: Vec<String>,
    /// Whether it was found.
    pub status: Flag,
    /// What was found or not, in words.
    pub statusmsg: String,
    /// Whose it is.
    pub user: String,
}

/// A stored certificate with its key; an account that has no such key is told so.
pub fn with_key(host: &Host, account: &UserName, row: &TlsCertificate) -> Result<WithKey> {
    let tx = host.store.read()?;
    let key = keys::of_public(&*tx, account, &row.public)?;
    let key =
        key.ok_or_else(|| Error::not_found("The account has no private key of this certificate."))?;
    open(host, &*tx, account, certificates::read(host, row)?, &key)
}

/// The best certificate for a host among those of some accounts.
pub fn best(host: &Host, accounts: &[UserName], name: &str) -> Result<Found> {
    let tx = host.store.read()?;
    for account in accounts {
        if let Some((_, certificate, key)) = certificates::best(host, &*tx, account, name)? {
            let found = open(host, &*tx, account, certificate, &key)?;
            return told(&*tx, accounts, account, name, found);
        }
    }
    let domain = name.to_owned();
    Ok(nothing(accounts, domain, format!("No certificate for “{name}” is stored.")))
}

/// The key of a certificate among those of some accounts.
pub fn of_certificate(
    host: &Host,
    accounts: &[UserName],
    certificate: &Certificate,
) -> Result<Found> {
    let tx = host.store.read()?;
    let public = digest(host, &certificate.public);
    let name = certificate.names.first().cloned().unwrap_or_default();
    for account in accounts {
        if let Some(key) = keys::of_public(&*tx, account, &public)? {
            let found = open(host, &*tx, account, certificate.clone(), &key)?;
            return told(&*tx, accounts, account, &name, found);
        }
    }
    Ok(nothing(accounts, name, "The private key of the certificate is not stored.".to_owned()))
}

/// The account's certificates for some hosts that have their keys, each once.
pub fn for_names(
    host: &Host,
    account: &UserName,
    names: &Names,
) -> Result<Vec<(TlsCertificate, WithKey)>> {
    let tx = host.store.read()?;
    let mut rows: Vec<TlsCertificate> = Vec::new();
    for name in &names.0 {
        for row in certificates::naming(&*tx, account, name)? {
            if !rows.iter().any(|other| other.id == row.id) {
                rows.push(row);
            }
        }
    }
    let mut found = Vec::new();
    for row in rows {
        if let Some(key) = keys::of_public(&*tx, account, &row.public)? {
            let certificate = certificates::read(host, &row)?;
            let with_key = open(host, &*tx, account, certificate, &key)?;
            found.push((row, with_key));
        }
    }
    Ok(found)
}

/// The address of an account's sites.
pub fn address(host: &Host, account: &UserName) -> Result<String> {
    address_in(&*host.store.read()?, account)
}

fn address_in(tx: &dyn Tx, account: &UserName) -> Result<String> {
    let record: Option<AccountRecord> = tx.first(vec![is("name", account)])?;
    Ok(record.map(|record| record.ip).unwrap_or_default())
}

fn open(
    host: &Host,
    tx: &dyn Tx,
    account: &UserName,
    certificate: Certificate,
    key: &TlsKey,
) -> Result<WithKey> {
    let bundle = certificates::bundle(host, tx, account, &certificate)?;
    let bundle = Some(bundle).filter(|bundle| !bundle.is_empty());
    Ok(WithKey { certificate, bundle, key: keys::open(host, &key.sealed)? })
}

fn told(
    tx: &dyn Tx,
    accounts: &[UserName],
    account: &UserName,
    name: &str,
    found: WithKey,
) -> Result<Found> {
    Ok(Found {
        cab: found.bundle,
        crt: found.certificate.pem,
        crt_origin: account.to_string(),
        domain: name.to_owned(),
        ip: address_in(tx, account)?,
        key: found.key.reveal().to_owned(),
        key_origin: account.to_string(),
        searched_users: accounts.iter().map(ToString::to_string).collect(),
        status: Flag(true),
        statusmsg: "The certificate and its private key were found.".to_owned(),
        user: account.to_string(),
    })
}

fn nothing(accounts: &[UserName], domain: String, statusmsg: String) -> Found {
    let searched_users = accounts.iter().map(ToString::to_string).collect();
    Found { domain, searched_users, statusmsg, ..Found::default() }
}
