//! The client that both sides are measured with: one connection, kept alive, that does no more than
//! read the answers.

use std::{
    io::{self, BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpStream},
    sync::Arc,
};

use rustix::net::{AddressFamily, SocketType, bind, connect, socket};
use rustls_pki_types::{CertificateDer, ServerName, UnixTime};
use tokio_rustls::rustls::{
    ClientConfig, ClientConnection, DigitallySignedStruct, Error, SignatureScheme, StreamOwned,
    client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier},
    crypto::{CryptoProvider, ring, verify_tls12_signature, verify_tls13_signature},
};

/// A connection.
pub(crate) struct Client {
    stream: BufReader<StreamOwned<ClientConnection, TcpStream>>,
    /// The body of the last answer.
    pub(crate) body: Vec<u8>,
}

impl Client {
    /// Connects from an address of this machine.
    pub(crate) fn connect(to: SocketAddr, from: Ipv4Addr) -> io::Result<Self> {
        let fd = socket(AddressFamily::INET, SocketType::STREAM, None)?;
        bind(&fd, &SocketAddr::from((from, 0)))?;
        connect(&fd, &to)?;
        let stream = TcpStream::from(fd);
        stream.set_nodelay(true)?;
        let name = ServerName::IpAddress(Ipv4Addr::LOCALHOST.into());
        let session = ClientConnection::new(config()?, name).map_err(io::Error::other)?;
        let stream = BufReader::with_capacity(64 << 10, StreamOwned::new(session, stream));
        Ok(Self { stream, body: Vec::new() })
    }

    /// Sends a request and reads its answer; gives the status.
    pub(crate) fn send(&mut self, request: &[u8]) -> io::Result<u16> {
        let out = self.stream.get_mut();
        out.write_all(request)?;
        out.flush()?;
        let status = self.line()?;
        let status = status.get(9..12).and_then(|digits| digits.parse().ok());
        let status = status.ok_or_else(|| broken("no status"))?;
        let mut length = None;
        loop {
            let line = self.line()?.to_ascii_lowercase();
            if line.is_empty() {
                break;
            }
            if let Some(number) = line.strip_prefix("content-length: ") {
                length = number.parse().ok();
            }
        }
        self.body.clear();
        match length {
            Some(length) => self.take(length)?,
            None => while self.chunk()? {},
        }
        Ok(status)
    }

    /// Reads a chunk; says whether more come.
    fn chunk(&mut self) -> io::Result<bool> {
        let size = self.line()?;
        let size = u64::from_str_radix(&size, 16).map_err(|_| broken("no size of a chunk"))?;
        self.take(size)?;
        self.line()?;
        Ok(size > 0)
    }

    fn take(&mut self, length: u64) -> io::Result<()> {
        let read = (&mut self.stream).take(length).read_to_end(&mut self.body)?;
        if u64::try_from(read) == Ok(length) { Ok(()) } else { Err(broken("it ended early")) }
    }

    fn line(&mut self) -> io::Result<String> {
        let mut line = String::new();
        if self.stream.read_line(&mut line)? == 0 {
            return Err(broken("it was closed"));
        }
        line.truncate(line.trim_end().len());
        Ok(line)
    }
}

fn broken(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, format!("an answer cannot be read: {what}"))
}

fn config() -> io::Result<Arc<ClientConfig>> {
    let provider = Arc::new(ring::default_provider());
    let config = ClientConfig::builder_with_provider(Arc::clone(&provider))
        .with_safe_default_protocol_versions()
        .map_err(io::Error::other)?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(Trusting(provider)))
        .with_no_client_auth();
    Ok(Arc::new(config))
}

/// Takes any certificate: both servers run here, with one that nobody signed.
#[derive(Debug)]
struct Trusting(Arc<CryptoProvider>);

impl ServerCertVerifier for Trusting {
    fn verify_server_cert(
        &self,
        _end_entity: &CertificateDer<'_>,
        _intermediates: &[CertificateDer<'_>],
        _server_name: &ServerName<'_>,
        _ocsp: &[u8],
        _now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls12_signature(message, cert, dss, &self.0.signature_verification_algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls13_signature(message, cert, dss, &self.0.signature_verification_algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.signature_verification_algorithms.supported_schemes()
    }
}
