//! The web server of the sandbox machine: serves the files of its sites in plain text and over TLS,
//! and runs no programs.

mod answer;
mod body;
mod find;
mod pages;
#[cfg(test)]
mod tests;
mod tls;
#[cfg(test)]
mod tls_tests;

use std::{convert::Infallible, future::Future, io, pin::pin, sync::Arc, time::Duration};

use hyper::{server::conn::http1, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::{GracefulShutdown, Watcher},
};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore},
    time::{sleep, timeout},
};

use super::Machine;

pub use tls::Speech;

/// Told, after each answer of a site, the site's domain and how many bytes of body were sent.
pub type Meter = Arc<dyn Fn(&str, u64) + Send + Sync>;

/// How long a visitor may take to send the head of a request, or to send another one.
const HEAD_WITHIN: Duration = Duration::from_secs(10);

/// How long a visitor may leave sent bytes unread.
const READ_WITHIN: Duration = Duration::from_mins(1);

/// How long open connections may go on after the end.
const END_WITHIN: Duration = Duration::from_secs(5);

/// The longest head of a request in bytes.
const LONGEST_HEAD: usize = 64 << 10;

/// How many visitors are served at once; further ones wait.
const MOST_CONNECTIONS: usize = 1_024;

/// What visitors of one listener are served.
struct Sites {
    machine: Arc<Machine>,
    meter: Meter,
    speech: Speech,
}

/// Serves the machine's sites until `shutdown` is ready.
pub async fn serve(
    listener: TcpListener,
    machine: Arc<Machine>,
    meter: Meter,
    speech: Speech,
    shutdown: impl Future<Output = ()> + Send,
) {
    let sites = Arc::new(Sites { machine, meter, speech });
    let room = Arc::new(Semaphore::new(MOST_CONNECTIONS));
    let open = GracefulShutdown::new();
    let mut shutdown = pin!(shutdown);
    loop {
        let accepted = tokio::select! {
            () = &mut shutdown => break,
            accepted = accept(&listener, &room) => accepted,
        };
        match accepted {
            Ok((stream, permit)) => {
                attend(stream, permit, &open, &sites);
            }
            // Most likely no descriptors are left, and some will come back.
            Err(cause) => {
                tracing::warn!(%cause, "the web server cannot accept a connection");
                sleep(Duration::from_millis(100)).await;
            }
        }
    }
    drop(listener);
    if timeout(END_WITHIN, open.shutdown()).await.is_err() {
        tracing::warn!("connections to the web server were cut");
    }
}

async fn accept(
    listener: &TcpListener,
    room: &Arc<Semaphore>,
) -> io::Result<(TcpStream, OwnedSemaphorePermit)> {
    let permit = Arc::clone(room).acquire_owned().await.map_err(io::Error::other)?;
    let (stream, _) = listener.accept().await?;
    let unread = u32::try_from(READ_WITHIN.as_millis()).unwrap_or(u32::MAX);
    rustix::net::sockopt::set_tcp_user_timeout(&stream, unread)?;
    Ok((stream, permit))
}

/// Answers one visitor's requests, in a task of its own.
fn attend(
    stream: TcpStream,
    permit: OwnedSemaphorePermit,
    open: &GracefulShutdown,
    sites: &Arc<Sites>,
) {
    let (sites, watcher) = (Arc::clone(sites), open.watcher());
    tokio::spawn(async move {
        match &sites.speech {
            Speech::Plain { .. } => converse(stream, &sites, watcher).await,
            Speech::Tls(own) => {
                let greeted = tls::greet(stream, Arc::clone(&sites.machine), Arc::clone(own));
                match timeout(HEAD_WITHIN, greeted).await {
                    Ok(Ok(stream)) => converse(stream, &sites, watcher).await,
                    Ok(Err(cause)) => tracing::debug!(%cause, "a visitor speaks no TLS of ours"),
                    Err(_) => tracing::debug!("a visitor did not greet in time"),
                }
            }
        }
        drop(permit);
    });
}

/// Answers the requests of one connection.
async fn converse<S: AsyncRead + AsyncWrite + Unpin + Send + 'static>(
    stream: S,
    sites: &Arc<Sites>,
    watcher: Watcher,
) {
    let service = service_fn(|request| {
        let sites = Arc::clone(sites);
        async move { Ok::<_, Infallible>(answer::answer(&sites, &request).await) }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_WITHIN)
        .max_buf_size(LONGEST_HEAD)
        .serve_connection(TokioIo::new(stream), service);
    if let Err(cause) = watcher.watch(connection).await {
        tracing::debug!(%cause, "a visitor's connection broke");
    }
}
