//! Waiting until a service serves.

use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream},
    os::unix::net::UnixStream,
    path::PathBuf,
    thread,
    time::{Duration, Instant},
};

use crate::{Layout, Refusal, limits, services};

/// How often it is tried.
const EACH: Duration = Duration::from_millis(20);

/// What can be connected to once a service serves.
pub(crate) enum Ready {
    Port(SocketAddr),
    Socket(PathBuf),
}

impl Ready {
    pub(crate) fn new(ready: &services::Ready, layout: &Layout) -> Self {
        match ready {
            services::Ready::Port(port) => {
                Self::Port(SocketAddr::new(reachable(layout.listen), *port))
            }
            services::Ready::Socket(path) => Self::Socket(path.clone()),
        }
    }

    /// Waits until it runs and can be connected to, for as long as `runs` does not refuse; whether that
    /// came about.
    pub(crate) fn wait(&self, runs: impl Fn() -> Result<bool, Refusal>) -> Result<bool, Refusal> {
        let begun = Instant::now();
        while begun.elapsed() < limits::START {
            if runs()? && self.connects() {
                return Ok(true);
            }
            thread::sleep(EACH);
        }
        Ok(false)
    }

    fn connects(&self) -> bool {
        match self {
            Self::Port(address) => TcpStream::connect_timeout(address, limits::CONNECT).is_ok(),
            Self::Socket(path) => UnixStream::connect(path).is_ok(),
        }
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
