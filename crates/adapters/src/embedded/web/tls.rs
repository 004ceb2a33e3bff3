//! How a listener speaks: in plain text, or over TLS with the certificate of the site that the visitor
//! asks for by name, or of the primary site of the address where they name none.

use std::{io, net::IpAddr, sync::Arc};

use api::{DomainName, Result};
use hyper::Uri;
use tokio::{net::TcpStream, task::spawn_blocking};
use tokio_rustls::{
    LazyConfigAcceptor,
    rustls::{ServerConfig, server::Acceptor},
    server::TlsStream,
};

use super::find;
use crate::embedded::Machine;

/// Where visitors of plain HTTP are not redirected: who checks that a domain is the account's asks
/// there, before there is a certificate.
const CHECKS: &str = "/.well-known/";

/// How a listener speaks.
#[derive(Clone)]
pub enum Speech {
    /// In plain text. Sites may send their visitors to this port of TLS.
    Plain {
        /// The port of the listener that speaks TLS, where there is one.
        tls_port: Option<u16>,
    },
    /// Over TLS; sites without a certificate of their own show this one.
    Tls(Arc<ServerConfig>),
}

impl Speech {
    /// Where a visitor of the site is to go instead, if anywhere.
    pub(super) fn elsewhere(
        &self,
        machine: &Machine,
        site: &DomainName,
        host: &str,
        uri: &Uri,
    ) -> Result<Option<String>> {
        let Self::Plain { tls_port: Some(port) } = *self else { return Ok(None) };
        if uri.path().starts_with(CHECKS)
            || !machine.tls_site(site)?.is_some_and(|site| site.redirects)
        {
            return Ok(None);
        }
        let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
        let port = if port == 443 { String::new() } else { format!(":{port}") };
        let place = uri.path_and_query().map_or("/", |place| place.as_str());
        Ok(Some(format!("https://{name}{port}{place}")))
    }
}

/// Begins TLS with a visitor.
pub(super) async fn greet(
    stream: TcpStream,
    machine: Arc<Machine>,
    own: Arc<ServerConfig>,
) -> io::Result<TlsStream<TcpStream>> {
    let address = stream.local_addr()?.ip().to_canonical();
    let start = LazyConfigAcceptor::new(Acceptor::default(), stream).await?;
    let name = start.client_hello().server_name().map(str::to_owned);
    let config = spawn_blocking(move || config(&machine, name.as_deref(), address)).await?;
    let config = config.unwrap_or_else(|problem| {
        tracing::error!(%problem, "a site's certificate cannot be shown");
        None
    });
    start.into_stream(config.unwrap_or(own)).await
}

/// How the site of that name, or the primary one of the address, speaks TLS; none where it has no
/// certificate.
fn config(
    machine: &Machine,
    name: Option<&str>,
    address: IpAddr,
) -> Result<Option<Arc<ServerConfig>>> {
    let domain = match name {
        Some(name) => find::site(machine, name)?.map(|(site, _)| site.domain),
        None => machine.tls_primary(address)?,
    };
    domain.map_or(Ok(None), |domain| machine.tls_config(&domain))
}
