//! What the machine's sites do about TLS.

use std::{
    net::IpAddr,
    num::NonZeroUsize,
    sync::{Arc, Mutex},
};

use api::{
    DomainName, Error, Result, Secret,
    ports::{Tls, TlsIdentity, TlsSite},
};
use lru::LruCache;
use rusqlite::{Connection, OptionalExtension as _, Row, params};
use rustls_pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject as _};
use tokio_rustls::rustls::{
    ServerConfig,
    crypto::ring,
    version::{TLS12, TLS13},
};

use super::{
    Machine,
    database::{fault, held},
};

/// How many sites' configurations stay in memory.
const CACHED: NonZeroUsize = NonZeroUsize::new(1_000).unwrap();

/// What of TLS is held in memory.
pub(super) struct TlsCache {
    /// The configurations of the sites that were visited last, each with the chain it was made of.
    sites: Mutex<LruCache<String, (String, Arc<ServerConfig>)>>,
    /// The server's own certificate.
    own: Mutex<Option<String>>,
}

impl TlsCache {
    pub(super) fn new() -> Self {
        Self { sites: LruCache::new(CACHED).into(), own: Mutex::default() }
    }

    /// Keeps no site any longer.
    pub(super) fn forget_all(&self) {
        held(&self.sites).clear();
    }
}

impl Tls for Machine {
    fn apply(&self, site: &TlsSite) -> Result<()> {
        const PUT: &str =
            "REPLACE INTO tls (domain, chain, key, redirects) VALUES (?1, ?2, ?3, ?4)";
        let identity = site.identity.as_ref();
        if let Some(identity) = identity {
            configuration(&identity.chain, &identity.key)?;
        }
        let chain = identity.map(|identity| identity.chain.as_str());
        let key = identity.map(|identity| identity.key.reveal());
        self.database.write(|transaction| {
            let row = params![site.domain.as_str(), chain, key, site.redirects];
            transaction.execute(PUT, row).map_err(fault)?;
            set_primary(transaction, &site.domain, site.primary_of).map_err(fault)
        })
    }

    fn withdraw(&self, domain: &DomainName) -> Result<()> {
        self.database.write(|transaction| {
            let removed =
                transaction.execute("DELETE FROM tls WHERE domain = ?1", [domain.as_str()]);
            removed.map_err(fault)?;
            set_primary(transaction, domain, None).map_err(fault)
        })?;
        held(&self.tls.sites).pop(domain.as_str());
        Ok(())
    }

    fn list(&self) -> Result<Vec<DomainName>> {
        let names: Vec<String> = self.database.read(|connection| {
            let mut query = connection.prepare_cached("SELECT domain FROM tls ORDER BY domain")?;
            query.query_map([], |row| row.get(0))?.collect()
        })?;
        names.iter().map(|name| DomainName::of_site(name).map_err(Error::internal)).collect()
    }

    fn own(&self) -> Result<Option<String>> {
        Ok(held(&self.tls.own).clone())
    }
}

impl Machine {
    /// Says which certificate the server shows for itself; PEM.
    pub fn set_own_certificate(&self, pem: String) {
        *held(&self.tls.own) = Some(pem);
    }

    /// What the site of exactly that domain does about TLS.
    pub fn tls_site(&self, domain: &DomainName) -> Result<Option<TlsSite>> {
        const QUERY: &str = "SELECT chain, key, redirects, address FROM tls
            LEFT JOIN tls_primaries USING (domain) WHERE domain = ?1";
        let read = |row: &Row<'_>| {
            let chain: Option<String> = row.get(0)?;
            let key: Option<String> = row.get(1)?;
            let identity = chain.zip(key);
            let identity =
                identity.map(|(chain, key)| TlsIdentity { chain, key: Secret::new(key) });
            let address: Option<String> = row.get(3)?;
            let primary_of = address.and_then(|address| address.parse().ok());
            Ok(TlsSite { domain: domain.clone(), identity, redirects: row.get(2)?, primary_of })
        };
        self.database.read(|connection| {
            connection.prepare_cached(QUERY)?.query_row([domain.as_str()], read).optional()
        })
    }

    /// The site that visitors of an address are shown when they name none.
    pub(super) fn tls_primary(&self, address: IpAddr) -> Result<Option<DomainName>> {
        const QUERY: &str = "SELECT domain FROM tls_primaries WHERE address = ?1";
        let found: Option<String> = self.database.read(|connection| {
            let mut query = connection.prepare_cached(QUERY)?;
            query.query_row([address.to_string()], |row| row.get(0)).optional()
        })?;
        found.map(|name| DomainName::of_site(&name).map_err(Error::internal)).transpose()
    }

    /// How a site speaks TLS; none where it has no certificate of its own.
    pub(super) fn tls_config(&self, domain: &DomainName) -> Result<Option<Arc<ServerConfig>>> {
        let site = self.tls_site(domain)?;
        let Some(TlsIdentity { chain, key }) = site.and_then(|site| site.identity) else {
            return Ok(None);
        };
        if let Some((of, config)) = held(&self.tls.sites).get(domain.as_str())
            && *of == chain
        {
            return Ok(Some(Arc::clone(config)));
        }
        let config = Arc::new(configuration(&chain, &key)?);
        held(&self.tls.sites).put(domain.to_string(), (chain, Arc::clone(&config)));
        Ok(Some(config))
    }
}

/// Says which address a site is the primary one of, if any.
fn set_primary(
    connection: &Connection,
    domain: &DomainName,
    address: Option<IpAddr>,
) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM tls_primaries WHERE domain = ?1", [domain.as_str()])?;
    if let Some(address) = address {
        const PUT: &str = "REPLACE INTO tls_primaries (address, domain) VALUES (?1, ?2)";
        connection.execute(PUT, [address.to_string().as_str(), domain.as_str()])?;
    }
    Ok(())
}

/// The configuration that shows a certificate; refuses a key that is not the certificate's.
fn configuration(chain: &str, key: &Secret) -> Result<ServerConfig> {
    let chain: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(chain.as_bytes()).collect();
    let chain = chain.map_err(|_| Error::param("certificate", "it is no PEM"))?;
    // Neither cause is kept: it may hold pieces of the key.
    let unfit = || Error::param("key", "it is not the private key of the certificate");
    let key = PrivateKeyDer::from_pem_slice(key.reveal().as_bytes()).map_err(|_| unfit())?;
    let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_protocol_versions(&[&TLS13, &TLS12])
        .map_err(Error::internal)?
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .map_err(|_| unfit())?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(config)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn identity(name: &str) -> TlsIdentity {
        let made = rcgen::generate_simple_self_signed([name.to_owned()]).unwrap();
        TlsIdentity { chain: made.cert.pem(), key: Secret::new(made.signing_key.serialize_pem()) }
    }

    fn site(name: &str, identity: Option<TlsIdentity>) -> TlsSite {
        TlsSite { domain: name.parse().unwrap(), identity, redirects: true, primary_of: None }
    }

    #[test]
    fn a_site_gets_a_certificate_and_loses_it() {
        let machine = Machine::temporary().unwrap();
        let domain: DomainName = "a.test".parse().unwrap();
        machine.apply(&site("a.test", Some(identity("a.test")))).unwrap();
        assert_eq!(machine.list().unwrap(), std::slice::from_ref(&domain));
        let first = machine.tls_config(&domain).unwrap().unwrap();
        assert!(Arc::ptr_eq(&first, &machine.tls_config(&domain).unwrap().unwrap()));
        machine.apply(&site("a.test", Some(identity("a.test")))).unwrap();
        assert!(!Arc::ptr_eq(&first, &machine.tls_config(&domain).unwrap().unwrap()));
        machine.apply(&site("a.test", None)).unwrap();
        assert!(machine.tls_config(&domain).unwrap().is_none());
        assert!(machine.tls_site(&domain).unwrap().unwrap().redirects);
        machine.withdraw(&domain).unwrap();
        assert!(machine.tls_site(&domain).unwrap().is_none() && machine.list().unwrap().is_empty());
    }

    #[test]
    fn a_key_of_another_certificate_is_refused() {
        let machine = Machine::temporary().unwrap();
        let (mut one, other) = (identity("a.test"), identity("a.test"));
        one.key = other.key;
        let said = machine.apply(&site("a.test", Some(one))).unwrap_err().to_string();
        assert!(said.starts_with("key: "), "{said}");
        assert!(machine.list().unwrap().is_empty());
    }
}
