//! The baseline: an axum handler that answers everything with the same bytes, over TLS as the
//! product speaks it.

use std::{fs, io, io::Write, net::SocketAddr, path::Path};

use axum::{Router, serve::Listener};
use bytes::Bytes;
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::{TlsAcceptor, server::TlsStream};

use crate::Result;

/// Serves until it is killed; says where on its standard output.
pub(crate) fn serve(certificate: &Path, key: &Path, body: &Path) -> Result<()> {
    let acceptor = TlsAcceptor::from(server::http::tls::load(certificate, key)?);
    let body = Bytes::from(fs::read(body)?);
    let answer = move || {
        let body = body.clone();
        async move { ([("content-type", "application/json; charset=\"utf-8\"")], body) }
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let mut out = io::stdout();
        writeln!(out, "ready whm={}", listener.local_addr()?)?;
        out.flush()?;
        axum::serve(Tls { listener, acceptor }, Router::new().fallback(answer)).await?;
        Ok(())
    })
}

/// Connections after their handshake.
struct Tls {
    listener: TcpListener,
    acceptor: TlsAcceptor,
}

impl Tls {
    async fn next(&self) -> io::Result<(TlsStream<TcpStream>, SocketAddr)> {
        let (stream, peer) = self.listener.accept().await?;
        stream.set_nodelay(true)?;
        Ok((self.acceptor.accept(stream).await?, peer))
    }
}

impl Listener for Tls {
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        loop {
            if let Ok(taken) = self.next().await {
                return taken;
            }
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}
