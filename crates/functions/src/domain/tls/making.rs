//! Keys, requests and self-signed certificates that accounts have made here.

use api::{
    Cx, Error, Result, Secret, UnixTime, UserName,
    ports::{Certificate, SigningRequest, Wanted},
    records::{TlsCertificate, TlsKey, TlsRequest},
};

use super::{
    certificates, items,
    items::Which,
    keys::{self, KeyType, NewKey},
    requests,
};
use crate::domain::change::{Change, OnFailure};

/// For how long a self-signed certificate is good, in seconds.
const GOOD_FOR: i64 = 365 * 86_400;

/// Makes a key of that type and keeps it with the account's; the key itself comes too.
pub fn key(
    cx: &Cx<'_>,
    account: &UserName,
    kind: KeyType,
    friendly_name: Option<&str>,
    otherwise: &str,
) -> Result<(TlsKey, Secret)> {
    let made = cx.host.keys.generate(kind.kind())?;
    let new = NewKey::seal(cx.host, &made)?;
    let mut change = Change::begin(cx)?;
    let key = new.store(&mut change, account, cx.now(), friendly_name, otherwise)?;
    change.commit(OnFailure::Undo)?;
    Ok((key, made))
}

/// The type of key that a length of RSA means; `param` is where it was given.
pub fn of_size(param: &str, bits: i64) -> Result<KeyType> {
    match bits {
        2048 => Ok(KeyType::Rsa2048),
        4096 => Ok(KeyType::Rsa4096),
        _ => Err(Error::param(param, "must be 2048 or 4096; shorter keys are not safe any more.")),
    }
}

/// Makes a certificate that the account's own key signs, and keeps it with the account's.
pub fn certificate(
    cx: &Cx<'_>,
    account: &UserName,
    key: &TlsKey,
    wanted: &Wanted,
    friendly_name: Option<&str>,
) -> Result<(TlsCertificate, Certificate)> {
    let secret = keys::open(cx.host, &key.sealed)?;
    // Clocks of visitors go wrong.
    let good = (UnixTime(cx.now().0 - 86_400), UnixTime(cx.now().0 + GOOD_FOR));
    let pem = cx.host.certificates.self_signed(wanted, &secret, good)?;
    let certificate = certificates::read_one(cx.host, "certificate", &pem)?;
    let mut change = Change::begin(cx)?;
    let row = certificates::store(cx.host, &mut change, account, &certificate, "", friendly_name)?;
    change.commit(OnFailure::Undo)?;
    Ok((row, certificate))
}

/// Makes a signing request with the account's key, and keeps it with the account's.
pub fn request(
    cx: &Cx<'_>,
    account: &UserName,
    key: &TlsKey,
    wanted: &Wanted,
    friendly_name: Option<&str>,
) -> Result<(TlsRequest, SigningRequest)> {
    let secret = keys::open(cx.host, &key.sealed)?;
    let pem = cx.host.certificates.request(wanted, &secret)?;
    let request = cx.host.certificates.read_request(&pem).map_err(Error::internal)?;
    let mut change = Change::begin(cx)?;
    let row = requests::store(cx.host, &mut change, account, &request, friendly_name)?;
    change.commit(OnFailure::Undo)?;
    Ok((row, request))
}

/// The account's key of that id; `param` is where it was given.
pub fn key_of_id(cx: &Cx<'_>, account: &UserName, param: &str, id: &str) -> Result<TlsKey> {
    let tx = cx.host.store.read()?;
    let found: Option<TlsKey> = tx.find(&[account.into(), id.into()])?;
    found.ok_or_else(|| Error::not_found(format!("{param}: the account has no such private key.")))
}

/// Keeps a certificate with the account's.
pub fn upload_certificate(
    cx: &Cx<'_>,
    account: &UserName,
    certificate: &Certificate,
    friendly_name: Option<&str>,
) -> Result<TlsCertificate> {
    let mut change = Change::begin(cx)?;
    let row = certificates::store(cx.host, &mut change, account, certificate, "", friendly_name)?;
    change.commit(OnFailure::Undo)?;
    Ok(row)
}

/// Keeps a private key with the account's.
pub fn upload_key(
    cx: &Cx<'_>,
    account: &UserName,
    key: &Secret,
    friendly_name: Option<&str>,
    otherwise: &str,
) -> Result<TlsKey> {
    let new = NewKey::seal(cx.host, key)?;
    let mut change = Change::begin(cx)?;
    let row = new.store(&mut change, account, cx.now(), friendly_name, otherwise)?;
    change.commit(OnFailure::Undo)?;
    Ok(row)
}

/// Removes a stored thing of the account; gives it.
pub fn remove<T: items::Item>(cx: &Cx<'_>, account: &UserName, which: &Which) -> Result<T> {
    let mut change = Change::begin(cx)?;
    let item = items::remove(&mut change, account, which)?;
    change.commit(OnFailure::Undo)?;
    Ok(item)
}

/// Gives a stored thing of the account another name.
pub fn rename<T: items::Item>(
    cx: &Cx<'_>,
    account: &UserName,
    which: &Which,
    new: &str,
) -> Result<()> {
    let mut change = Change::begin(cx)?;
    items::rename::<T>(&mut change, account, which, new)?;
    change.commit(OnFailure::Undo)
}
