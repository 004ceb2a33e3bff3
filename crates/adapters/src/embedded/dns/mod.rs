//! The DNS server of the sandbox machine: answers with authority for the zones that it is given,
//! over UDP and TCP, and never asks anybody else. What a zone holds is `api::zone`'s.

mod answer;
mod cache;
mod content;
mod resolver;
mod responder;
#[cfg(test)]
mod tests;

use std::{future::Future, io, sync::Arc, time::Duration};

use api::zone::Zone;
use hickory_server::Server;
use tokio::net::{TcpListener, UdpSocket};

use responder::Responder;

pub use resolver::ZonesFirst;

/// How long a TCP connection may be idle.
const TCP_IDLE: Duration = Duration::from_secs(5);
/// How many answers may wait on a TCP connection.
const TCP_WAITING: usize = 16;

/// Where the served zones are. It is asked anew for each query, on a thread that may block.
pub trait ZoneSource: Send + Sync {
    /// The zone of exactly that name, which is in lower case and has no final dot.
    fn zone(&self, name: &str) -> Option<Arc<Zone>>;
}

/// Serves the zones until `shutdown` is ready.
pub async fn serve(
    udp: UdpSocket,
    tcp: TcpListener,
    zones: Arc<dyn ZoneSource>,
    shutdown: impl Future<Output = ()> + Send,
) -> io::Result<()> {
    let mut server = Server::new(Responder::new(zones));
    server.register_socket(udp);
    server.register_listener(tcp, TCP_IDLE, TCP_WAITING);
    let token = server.shutdown_token().clone();
    let ended = tokio::select! {
        ended = server.block_until_done() => ended,
        () = shutdown => {
            token.cancel();
            server.block_until_done().await
        }
    };
    ended.map_err(io::Error::other)
}
