//! TLS of the sites.

use std::net::IpAddr;

use crate::{DomainName, Result, Secret};

/// What the web server does about TLS, site by site.
pub trait Tls: Send + Sync {
    /// Serves the site's TLS so.
    fn apply(&self, site: &TlsSite) -> Result<()>;
    /// Forgets what was said of it: the server's own certificate is shown, nobody is redirected.
    fn withdraw(&self, domain: &DomainName) -> Result<()>;
    /// Every site of which something is said, for the reconciler.
    fn list(&self) -> Result<Vec<DomainName>>;
    /// The server's own certificate in PEM; none where it is not known.
    fn own(&self) -> Result<Option<String>>;
}

/// How a site is served over TLS.
pub struct TlsSite {
    /// Its domain.
    pub domain: DomainName,
    /// What it shows to visitors who ask for it by name; the server's own where there is none.
    pub identity: Option<TlsIdentity>,
    /// Whether visitors of plain HTTP are sent to HTTPS.
    pub redirects: bool,
    /// The address whose visitors are shown it when they name no site.
    pub primary_of: Option<IpAddr>,
}

/// A certificate with its key.
pub struct TlsIdentity {
    /// The certificate, and after it those up to its authority; PEM.
    pub chain: String,
    /// Its private key, PEM.
    pub key: Secret,
}
