//! Waiting until a service serves.

use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream},
    os::unix::net::UnixStream,
    path::PathBuf,
    thread,
    time::{Duration, Instant},
};

use super::keeper::Keeper;
use crate::{Layout, Refusal, Service, limits, services};

/// How often it is tried.
const EACH: Duration = Duration::from_millis(20);

/// What can be connected to once a service serves.
pub(super) enum Ready {
    Port(SocketAddr),
    Socket(PathBuf),
}

impl Ready {
    pub(super) fn new(ready: &services::Ready, layout: &Layout) -> Self {
        match ready {
            services::Ready::Port(port) => {
                Self::Port(SocketAddr::new(reachable(layout.listen), *port))
            }
            services::Ready::Socket(path) => Self::Socket(path.clone()),
        }
    }

    /// Waits until it can be connected to, for as long as the service did not die.
    pub(super) fn wait(&self, service: Service, keeper: &Keeper) -> Result<(), Refusal> {
        let begun = Instant::now();
        while begun.elapsed() < limits::START {
            if keeper.deaths() > 0 {
                return Err(Refusal::failed(service.name(), died(keeper)));
            }
            if keeper.runs() && self.connects() {
                return Ok(());
            }
            thread::sleep(EACH);
        }
        Err(Refusal::failed(service.name(), format!("does not serve: {}", keeper.log.tail())))
    }

    fn connects(&self) -> bool {
        match self {
            Self::Port(address) => TcpStream::connect_timeout(address, limits::CONNECT).is_ok(),
            Self::Socket(path) => UnixStream::connect(path).is_ok(),
        }
    }
}

fn died(keeper: &Keeper) -> String {
    match keeper.log.tail() {
        said if said.is_empty() => "ended when it was started".to_owned(),
        said => format!("ended when it was started: {said}"),
    }
}

/// The address of this machine at which something that listens on that one is found.
fn reachable(listen: IpAddr) -> IpAddr {
    match listen {
        IpAddr::V4(Ipv4Addr::UNSPECIFIED) => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(Ipv6Addr::UNSPECIFIED) => Ipv6Addr::LOCALHOST.into(),
        one => one,
    }
}
