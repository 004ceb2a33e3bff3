//! Stored certificates.

use api::{
    Error, Host, Result, UnixTime, UserName,
    ports::{Certificate, attribute},
    records::{TlsCertificate, TlsKey, TlsName, Tx, is},
};

use super::{digest, ids, items, items::Which, keys, names};
use crate::domain::change::Change;

/// The one certificate of a text in PEM; `param` is where it was given.
pub fn read_one(host: &Host, param: &str, pem: &str) -> Result<Certificate> {
    let all = host.certificates.read(pem).map_err(|problem| Error::param(param, problem))?;
    all.into_iter().next().ok_or_else(|| Error::internal("a text of no certificates"))
}

/// Reads a stored certificate.
pub fn read(host: &Host, row: &TlsCertificate) -> Result<Certificate> {
    read_one(host, "certificate", &row.pem)
}

/// Stores a certificate with the account's.
pub fn store(
    host: &Host,
    change: &mut Change<'_>,
    account: &UserName,
    certificate: &Certificate,
    bundle: &str,
    friendly_name: Option<&str>,
) -> Result<TlsCertificate> {
    let row = TlsCertificate {
        account: account.clone(),
        id: ids::certificate(certificate),
        friendly_name: String::new(),
        created: host.clock.now(),
        public: digest(host, &certificate.public),
        pem: certificate.pem.clone(),
        bundle: bundle.to_owned(),
    };
    let otherwise = certificate.names.first().map_or("certificate", String::as_str);
    let row = items::add(change, row, friendly_name, otherwise)?;
    for name in &certificate.names {
        let (account, certificate) = (account.clone(), row.id.clone());
        change.save(&TlsName { name: name.clone(), account, certificate })?;
    }
    Ok(row)
}

/// Stores a certificate with the account's, unless it is there; a bundle that is new is kept.
pub fn store_once(
    host: &Host,
    change: &mut Change<'_>,
    account: &UserName,
    certificate: &Certificate,
    bundle: &str,
) -> Result<()> {
    let id = ids::certificate(certificate);
    match change.tx().find::<TlsCertificate>(&[account.into(), id.as_str().into()])? {
        None => store(host, change, account, certificate, bundle, None).map(|_| ()),
        Some(row) if !bundle.is_empty() && row.bundle != bundle => {
            change.save(&TlsCertificate { bundle: bundle.to_owned(), ..row })
        }
        Some(_) => Ok(()),
    }
}

/// Removes a stored certificate; gives it.
pub fn remove(
    change: &mut Change<'_>,
    account: &UserName,
    which: &Which,
) -> Result<TlsCertificate> {
    let row: TlsCertificate = items::remove(change, account, which)?;
    change.remove::<TlsName>(&[is("account", account), is("certificate", &row.id)])?;
    Ok(row)
}

/// The account's certificates that name a host, or all above it by a wildcard.
pub fn naming(tx: &dyn Tx, account: &UserName, host: &str) -> Result<Vec<TlsCertificate>> {
    let mut found = Vec::new();
    for row in anywhere(tx, host)?.into_iter().filter(|row| row.account == *account) {
        found.extend(tx.find::<TlsCertificate>(&[account.into(), (&row.certificate).into()])?);
    }
    Ok(found)
}

/// Which accounts' certificates name a host.
pub fn anywhere(tx: &dyn Tx, host: &str) -> Result<Vec<TlsName>> {
    let mut names = vec![host.to_owned()];
    names.extend(host.split_once('.').map(|(_, above)| format!("*.{above}")));
    tx.among("name", &names)
}

/// The best of an account's certificates for a host: it has its key, is good now, is signed by
/// another, and ends last. Where none is good now, the one that ends last.
pub fn best(
    host: &Host,
    tx: &dyn Tx,
    account: &UserName,
    name: &str,
) -> Result<Option<(TlsCertificate, Certificate, TlsKey)>> {
    let mut all = Vec::new();
    for row in naming(tx, account, name)? {
        if let Some(key) = keys::of_public(tx, account, &row.public)? {
            let certificate = read(host, &row)?;
            all.push((row, certificate, key));
        }
    }
    let now = host.clock.now();
    Ok(all.into_iter().max_by_key(|(_, certificate, _)| {
        let good = is_good(certificate, now);
        (good, !certificate.self_signed, certificate.not_after)
    }))
}

/// Whether a certificate is good at a time.
pub fn is_good(certificate: &Certificate, now: UnixTime) -> bool {
    certificate.not_before <= now && now <= certificate.not_after
}

/// The certificates up to the authority of one, in PEM, from what the account has: its own bundle, or
/// stored certificates of authorities that signed it. Empty where none is known.
pub fn bundle(
    host: &Host,
    tx: &dyn Tx,
    account: &UserName,
    certificate: &Certificate,
) -> Result<String> {
    let stored: Vec<TlsCertificate> = items::all(tx, account)?;
    let own = stored.iter().find(|row| row.pem == certificate.pem && !row.bundle.is_empty());
    if let Some(row) = own {
        return Ok(row.bundle.clone());
    }
    let mut known = Vec::new();
    for row in &stored {
        known.push(read(host, row)?);
        if !row.bundle.is_empty() {
            known.extend(host.certificates.read(&row.bundle).unwrap_or_default());
        }
    }
    Ok(chain(host, certificate, &known).iter().map(|one| one.pem.as_str()).collect())
}

/// Those of the known certificates that lead from one up to its authority, in order; who signed
/// themselves are left out, as clients have them.
pub fn chain<'a>(
    host: &Host,
    certificate: &'a Certificate,
    known: &'a [Certificate],
) -> Vec<&'a Certificate> {
    let mut chain: Vec<&Certificate> = Vec::new();
    let mut last = certificate;
    while !last.self_signed && chain.len() < 10 {
        let mut signers = known.iter().filter(|one| host.certificates.is_signed_by(last, one));
        let Some(next) = signers.next() else { break };
        if next.self_signed || chain.contains(&next) {
            break;
        }
        chain.push(next);
        last = next;
    }
    chain
}

/// What is wrong with a certificate as visitors see it, in the words of OpenSSL; empty where nothing
/// is: its dates, and whether it leads up to an authority that the machine trusts.
pub fn problem(host: &Host, certificate: &Certificate, bundle: &str) -> String {
    let now = host.clock.now();
    let bundle = host.certificates.read(bundle).unwrap_or_default();
    let word = match () {
        () if now < certificate.not_before => "CERT_NOT_YET_VALID",
        () if now > certificate.not_after => "CERT_HAS_EXPIRED",
        () if certificate.self_signed => "DEPTH_ZERO_SELF_SIGNED_CERT",
        () if host.certificates.is_trusted(certificate, &bundle, now) => "",
        () if bundle.iter().any(|one| one.self_signed) => "SELF_SIGNED_CERT_IN_CHAIN",
        () => "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
    };
    word.to_owned()
}

/// The common name of a certificate's owner.
pub fn common_name(certificate: &Certificate) -> String {
    let common = attribute(&certificate.subject, "commonName");
    common.or_else(|| certificate.names.first().map(String::as_str)).unwrap_or_default().to_owned()
}

/// Whether the certificate names the host.
pub fn is_for(certificate: &Certificate, host: &str) -> bool {
    names::any_covers(&certificate.names, host)
}
