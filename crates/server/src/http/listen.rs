//! Connections: taken in within bounds, each in a task of its own, drained at the end.

use std::{convert::Infallible, io, net::SocketAddr, pin::pin, sync::Arc, time::Duration};

use axum::body::Body;
use http::Request;
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::{GracefulShutdown, Watcher},
};
use rustix::net::sockopt;
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::{TcpListener, TcpStream},
    task::JoinSet,
    time::{sleep, timeout},
};
use tokio_rustls::{TlsAcceptor, rustls::ServerConfig};
use tower::ServiceExt;
use tower_http::compression::Compression;

use super::{
    Door, Front, exchange, headers,
    line::{Line, Patience, Phase},
};
use crate::Server;

/// How long a handshake, and then the head of a request, may take.
const HEAD_WITHIN: Duration = Duration::from_secs(10);

/// How long a connection may be open between two requests.
const IDLE: Duration = Duration::from_secs(30);

/// How long a client may leave an answer unread.
const READ_WITHIN: Duration = Duration::from_mins(1);

/// After how long the kernel asks a client that says nothing whether it is there, and how often again.
const ASKED_AFTER: Duration = Duration::from_secs(30);
const ASKED_AGAIN: Duration = Duration::from_secs(15);

/// How long the client may take to close after the last answer.
const LINGER: Duration = Duration::from_secs(2);

/// How long open connections may go on after the end.
const DRAIN: Duration = Duration::from_secs(10);

/// The longest head of a request in bytes. The parser has a bound of its own for the path and the
/// query: just under 64 KiB. Header fields may be 100, the parser's default.
const LONGEST_HEAD: usize = 128 << 10;

/// Serves a listener until `stop` is ready; open connections then have ten seconds to end.
pub async fn serve(
    server: Arc<Server>,
    door: Door,
    listener: TcpListener,
    tls: Option<Arc<ServerConfig>>,
    stop: impl Future<Output = ()> + Send,
) {
    let crowd = Arc::clone(&server.crowd);
    let front = Front { server, door };
    let open = GracefulShutdown::new();
    let mut tasks = JoinSet::new();
    let mut stop = pin!(stop);
    loop {
        let next = async {
            crowd.room().await;
            listener.accept().await
        };
        tokio::select! {
            () = &mut stop => break,
            Some(_) = tasks.join_next() => {}
            accepted = next => match accepted {
                Ok((stream, peer)) => {
                    let guest = tokio::select! {
                        () = &mut stop => break,
                        guest = crowd.enter(peer.ip()) => guest,
                    };
                    // One of too many is closed at once.
                    let Some(guest) = guest else { continue };
                    let (front, tls, watcher) = (front.clone(), tls.clone(), open.watcher());
                    tasks.spawn(async move {
                        attend(front, stream, peer, tls, watcher).await;
                        drop(guest);
                    });
                }
                Err(cause) => pause_after(&cause).await,
            },
        }
    }
    drop(listener);
    if timeout(DRAIN, open.shutdown()).await.is_err() {
        tracing::warn!(door = door.label(), "open connections were cut");
    }
}

/// Waits before the next connection is taken, unless only the last one was at fault.
async fn pause_after(cause: &io::Error) {
    use io::ErrorKind::{ConnectionAborted, ConnectionReset};
    if !matches!(cause.kind(), ConnectionAborted | ConnectionReset) {
        // Most likely no descriptors are left, and some will come back.
        tracing::warn!(%cause, "no connection can be accepted");
        sleep(Duration::from_millis(100)).await;
    }
}

/// One connection, from its handshake to its end.
async fn attend(
    front: Front,
    stream: TcpStream,
    peer: SocketAddr,
    tls: Option<Arc<ServerConfig>>,
    watcher: Watcher,
) {
    if let Err(cause) = prepare(&stream) {
        tracing::debug!(%cause, "a connection was gone at once");
        return;
    }
    match tls {
        None => converse(front, stream, peer, watcher).await,
        Some(config) => {
            let handshake = TlsAcceptor::from(config).accept(stream);
            match timeout(HEAD_WITHIN, handshake).await {
                Ok(Ok(stream)) => converse(front, stream, peer, watcher).await,
                Ok(Err(cause)) => tracing::debug!(%cause, "a handshake failed"),
                Err(_) => tracing::debug!("a handshake took too long"),
            }
        }
    }
}

fn prepare(stream: &TcpStream) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let unread = u32::try_from(READ_WITHIN.as_millis()).unwrap_or(u32::MAX);
    sockopt::set_tcp_user_timeout(stream, unread)?;
    // A call that waits is given up once its client is gone, be it without a word.
    sockopt::set_socket_keepalive(stream, true)?;
    sockopt::set_tcp_keepidle(stream, ASKED_AFTER)?;
    sockopt::set_tcp_keepintvl(stream, ASKED_AGAIN)?;
    Ok(())
}

/// The requests of one connection and their answers.
async fn converse<S>(front: Front, stream: S, peer: SocketAddr, watcher: Watcher)
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let phase = Arc::<Phase>::default();
    let patience = Patience { head: HEAD_WITHIN, unread: READ_WITHIN, linger: LINGER };
    let line = Line::new(stream, Arc::clone(&phase), patience);
    let source = peer.ip().to_canonical();
    let respond = tower::service_fn(move |request: Request<Incoming>| {
        let front = front.clone();
        async move { Ok::<_, Infallible>(exchange::answer(&front, source, request).await) }
    });
    let respond = Compression::new(respond).compress_when(headers::is_compressed());
    let service = service_fn(move |request| {
        let (respond, phase) = (respond.clone(), Arc::clone(&phase));
        async move {
            phase.begin();
            let answer = respond.oneshot(request).await?;
            Ok::<_, Infallible>(answer.map(|body| phase.until_sent(Body::new(body))))
        }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        // The line watches the head itself; this one also runs between two requests.
        .header_read_timeout(IDLE)
        .max_buf_size(LONGEST_HEAD)
        .serve_connection(TokioIo::new(line), service);
    if let Err(cause) = watcher.watch(connection).await {
        tracing::debug!(%cause, "a connection broke");
    }
}
