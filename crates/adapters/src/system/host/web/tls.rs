//! TLS of the sites: a file with the certificates and the key, a virtual host that shows them, a file that
//! stands for being sent to HTTPS, and a file for each address whose visitors are shown a site's certificate.

use std::{fs, io, net::IpAddr};

use api::{
    DomainName, Error, Result, Secret,
    ports::{Tls, TlsIdentity, TlsSite},
};
use root::{Change, Kind, Managed, Name, Service};
use rustls_pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject as _};
use tokio_rustls::rustls::{ServerConfig, crypto::ring};

use super::{Apache, change, check_length, lock, refused};

impl Tls for Apache {
    fn apply(&self, site: &TlsSite) -> Result<()> {
        let pem = site.identity.as_ref().map(one_file).transpose()?;
        let marker = site.redirects.then(Vec::new);
        let _turn = lock(&self.primaries);
        let mut changes = Vec::from_iter(shown(&site.domain, pem.is_some())?);
        changes.push(change(Kind::ApacheTls, &site.domain, pem)?);
        changes.push(change(Kind::ApacheHttps, &site.domain, marker)?);
        changes.extend(self.primary_changes(&site.domain, site.primary_of)?);
        self.publish(changes)
    }

    fn withdraw(&self, domain: &DomainName) -> Result<()> {
        let _turn = lock(&self.primaries);
        let mut changes = Vec::from_iter(shown(domain, false)?);
        changes.push(change(Kind::ApacheTls, domain, None)?);
        changes.push(change(Kind::ApacheHttps, domain, None)?);
        changes.extend(self.primary_changes(domain, None)?);
        self.publish(changes)
    }

    fn list(&self) -> Result<Vec<DomainName>> {
        let mut names = self.published(Kind::ApacheTls)?;
        names.extend(self.published(Kind::ApacheHttps)?);
        let domain = |name: &Name| DomainName::of_site(name.as_str()).ok();
        let mut domains: Vec<DomainName> = names.iter().filter_map(domain).collect();
        for name in self.published(Kind::ApachePrimary)? {
            let (_, of) = name.as_str().split_once('@').unwrap_or_default();
            domains.extend(DomainName::of_site(of).ok());
        }
        domains.sort();
        domains.dedup();
        Ok(domains)
    }

    fn own(&self) -> Result<Option<String>> {
        let path = self.layout.config.join(Service::Apache.name()).join("own.pem");
        match fs::read_to_string(path) {
            Ok(pem) => Ok(Some(pem)),
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(cause) => Err(Error::internal(cause)),
        }
    }
}

impl Apache {
    /// What makes a site the primary one of an address and of no other. Their number is that of the
    /// machine's addresses.
    fn primary_changes(&self, domain: &DomainName, address: Option<IpAddr>) -> Result<Vec<Change>> {
        let wanted = address.map(|address| format!("{}@{domain}", address_word(address)));
        let mut changes = Vec::new();
        for name in self.published(Kind::ApachePrimary)? {
            let (at, of) = name.as_str().split_once('@').unwrap_or_default();
            let displaced = address.is_some_and(|address| at == address_word(address));
            if (of == domain.as_str() || displaced) && Some(name.as_str()) != wanted.as_deref() {
                let file = Managed { kind: Kind::ApachePrimary, name };
                changes.push(Change { file, content: None });
            }
        }
        if let Some(name) = wanted {
            let file = Managed { kind: Kind::ApachePrimary, name: refused::name(&name)? };
            changes.push(Change { file, content: Some(Vec::new()) });
        }
        Ok(changes)
    }
}

/// The virtual host of a certificate. Those that stand for all names below one come after all others, and
/// the nearest of them first, since the web server takes the first that fits. None where it is to go and
/// there can be none.
fn shown(domain: &DomainName, is_shown: bool) -> Result<Option<Change>> {
    let labels = domain.as_str().split('.').count();
    let order = if domain.is_wildcard() { 255 - labels.min(254) } else { 0 };
    let name = format!("{order:03}@{domain}");
    match (check_length(&name), is_shown) {
        (Err(_), false) => return Ok(None),
        (checked, _) => checked?,
    }
    let file = Managed { kind: Kind::ApacheCertificate, name: refused::name(&name)? };
    Ok(Some(Change { file, content: is_shown.then(Vec::new) }))
}

/// An address as it may stand in a name.
fn address_word(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => address.segments().map(|part| format!("{part:x}")).join("-"),
    }
}

/// The certificates and the key in one file, written anew from what was read of them, so that nothing
/// else of the texts comes into it. A key of another certificate is refused.
fn one_file(identity: &TlsIdentity) -> Result<Vec<u8>> {
    let no_pem = || Error::param("certificate", "it is no PEM");
    let chain: Vec<CertificateDer<'static>> =
        CertificateDer::pem_slice_iter(identity.chain.as_bytes())
            .collect::<Result<_, _>>()
            .map_err(|_| no_pem())?;
    if chain.is_empty() {
        return Err(no_pem());
    }
    let mut file: String = chain.iter().map(|der| armored("CERTIFICATE", der)).collect();
    file.push_str(&key(&chain, &identity.key)?);
    Ok(file.into_bytes())
}

fn key(chain: &[CertificateDer<'static>], key: &Secret) -> Result<String> {
    // Neither cause is kept: it may hold pieces of the key.
    let unfit = || Error::param("key", "it is not the private key of the certificate");
    let key = PrivateKeyDer::from_pem_slice(key.reveal().as_bytes()).map_err(|_| unfit())?;
    let kind = match &key {
        PrivateKeyDer::Pkcs1(_) => "RSA PRIVATE KEY",
        PrivateKeyDer::Sec1(_) => "EC PRIVATE KEY",
        _ => "PRIVATE KEY",
    };
    let written = armored(kind, key.secret_der());
    ServerConfig::builder_with_provider(std::sync::Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(Error::internal)?
        .with_no_client_auth()
        .with_single_cert(chain.to_vec(), key)
        .map_err(|_| unfit())?;
    Ok(written)
}

fn armored(kind: &str, der: &[u8]) -> String {
    use base64::{Engine as _, engine::general_purpose::STANDARD};
    let text = STANDARD.encode(der);
    let mut pem = format!("-----BEGIN {kind}-----\n");
    for (place, c) in text.chars().enumerate() {
        if place > 0 && place % 64 == 0 {
            pem.push('\n');
        }
        pem.push(c);
    }
    pem + "\n-----END " + kind + "-----\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn identity() -> TlsIdentity {
        let made = rcgen::generate_simple_self_signed(["a.test".to_owned()]).unwrap();
        TlsIdentity { chain: made.cert.pem(), key: Secret::new(made.signing_key.serialize_pem()) }
    }

    #[test]
    fn certificates_and_key_are_written_anew() {
        let mut identity = identity();
        let plain = one_file(&identity).unwrap();
        identity.chain = format!("bag attributes\n{}trailing\n", identity.chain);
        assert_eq!(one_file(&identity).unwrap(), plain);
        let text = String::from_utf8(plain).unwrap();
        assert_eq!(text.matches("-----BEGIN").count(), 2);
        assert!(text.lines().all(|line| line.len() <= 64));
        assert!(PrivateKeyDer::from_pem_slice(text.as_bytes()).is_ok());
    }

    #[test]
    fn a_key_of_another_certificate_is_refused() {
        let (mut one, other) = (identity(), identity());
        one.key = other.key;
        assert!(one_file(&one).unwrap_err().to_string().starts_with("key: "));
        one.chain = "nothing".to_owned();
        assert!(one_file(&one).unwrap_err().to_string().starts_with("certificate: "));
    }

    #[test]
    fn an_address_can_stand_in_a_name() {
        for (address, word) in [
            ("192.0.2.1", "192.0.2.1"),
            ("::1", "0-0-0-0-0-0-0-1"),
            ("2001:db8::7", "2001-db8-0-0-0-0-0-7"),
            ("::ffff:192.0.2.1", "192.0.2.1"),
        ] {
            assert_eq!(address_word(address.parse().unwrap()), word);
        }
    }
}
