//! The DNS server of the sandbox machine: answers with authority for the zones that it is given,
//! over UDP and TCP, and never asks anybody else. What a zone holds is `api::zone`'s.

mod answer;
mod cache;
mod content;
mod resolver;
mod responder;
mod signed;
#[cfg(test)]
mod signed_tests;
#[cfg(test)]
mod tests;

use std::{future::Future, io, sync::Arc, time::Duration};

use api::{
    ports::{Clock, Dns},
    zone::Zone,
};
use hickory_server::Server;
use tokio::net::{TcpListener, UdpSocket};

use super::Machine;
use responder::Responder;

pub use resolver::ZonesFirst;

/// How long a TCP connection may be idle.
const TCP_IDLE: Duration = Duration::from_secs(5);
/// How many answers may wait on a TCP connection.
const TCP_WAITING: usize = 16;

/// Where the served zones are. It is asked anew for each query. Names are in lower case and have no
/// final dot.
pub trait ZoneSource: Send + Sync {
    /// The zone of exactly that name; called on a thread that may block.
    fn zone(&self, name: &str) -> Option<Arc<Zone>>;

    /// The same where memory alone tells, at once: `None` where it does not.
    fn known_zone(&self, _name: &str) -> Option<Option<Arc<Zone>>> {
        None
    }

    /// Whether questions are answered at all.
    fn serves(&self) -> bool {
        true
    }
}

impl ZoneSource for Machine {
    fn zone(&self, name: &str) -> Option<Arc<Zone>> {
        let found = self.learn_zone_names().and_then(|()| self.find_zone(name));
        found.unwrap_or_else(|problem| {
            tracing::error!(zone = name, %problem, "a zone cannot be read");
            None
        })
    }

    fn known_zone(&self, name: &str) -> Option<Option<Arc<Zone>>> {
        Self::known_zone(self, name)
    }

    fn serves(&self) -> bool {
        Dns::serves(self).unwrap_or(true)
    }
}

/// Serves the zones until `shutdown` is ready. Signatures hold at the time of the clock.
pub async fn serve(
    udp: UdpSocket,
    tcp: TcpListener,
    zones: Arc<dyn ZoneSource>,
    clock: Arc<dyn Clock>,
    shutdown: impl Future<Output = ()> + Send,
) -> io::Result<()> {
    let mut server = Server::new(Responder::new(zones, clock));
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
