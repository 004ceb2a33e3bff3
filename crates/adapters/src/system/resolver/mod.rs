//! Looking up names: through the system's own resolver, or at servers that are named.

mod probe;
pub(in crate::system) mod question;
#[cfg(test)]
mod tests;

use std::{
    fs,
    net::{IpAddr, SocketAddr, ToSocketAddrs as _},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
        mpsc,
    },
    thread,
    time::Duration,
};

use api::{
    DomainName, Error, Kind, Result,
    ports::{Asking, Faults, Resolver},
};
use hickory_proto::rr::{Name, RData, RecordType};

use question::{Fault, Question, Way};

/// How long the system's resolver may take.
const PATIENCE: Duration = Duration::from_secs(4);
/// How many look-ups may be under way.
const LOOKUPS_MAX: usize = 16;
const PORT: u16 = 53;
/// Where the system names its nameservers.
const CONFIGURATION: &str = "/etc/resolv.conf";

/// The resolver of the machine that we run on.
#[derive(Debug, Clone, Default)]
pub struct SystemResolver {
    under_way: Arc<AtomicUsize>,
}

impl Resolver for SystemResolver {
    fn addresses(&self, name: &DomainName, asking: &Asking) -> Result<Vec<IpAddr>> {
        if *asking == Asking::default() {
            return self.ask_system(name);
        }
        first(name, asking, |server, way| addresses(server, name, way))
    }

    fn mail_hosts(&self, name: &DomainName, asking: &Asking) -> Result<Vec<(u16, String)>> {
        let found = first(name, asking, |server, way| of_name(server, name, RecordType::MX, way))?;
        Ok(mail_hosts(&mut found.iter()))
    }

    fn names(&self, address: IpAddr, asking: &Asking) -> Result<Vec<String>> {
        let question = Question { name: Name::from(address), kind: RecordType::PTR };
        let found = first(&address, asking, |server, way| question.ask(server, way))?;
        Ok(names(&mut found.iter()))
    }

    fn faults(&self, servers: &[IpAddr]) -> Result<Faults> {
        let servers = named(servers);
        let root = Question { name: Name::root(), kind: RecordType::NS };
        let answers = |server, way| root.ask(SocketAddr::new(server, PORT), way).is_ok();
        probe::faults(&servers, answers).ok_or_else(|| silent(&"."))
    }
}

/// What the first server says that answers.
fn first<T>(
    asked: &dyn std::fmt::Display,
    asking: &Asking,
    ask: impl Fn(SocketAddr, Way) -> Result<T, Fault>,
) -> Result<T> {
    let mut problem = silent(asked);
    let servers = named(&asking.servers).into_iter();
    for server in servers.filter(|server| server.is_ipv4() || !asking.faults.ip6) {
        match ask(SocketAddr::new(server, PORT), Way::around(asking.faults)) {
            Ok(found) => return Ok(found),
            Err(cause) => problem = silent(asked).because(cause),
        }
    }
    Err(problem)
}

/// These servers, or those of the system: its own resolver gives addresses alone.
fn named(servers: &[IpAddr]) -> Vec<IpAddr> {
    match fs::read_to_string(CONFIGURATION) {
        Ok(text) if servers.is_empty() => nameservers(&text),
        _ => servers.to_vec(),
    }
}

/// The servers that the system's configuration names.
fn nameservers(text: &str) -> Vec<IpAddr> {
    let lines = text.lines().filter_map(|line| line.trim().strip_prefix("nameserver"));
    lines.filter_map(|line| line.trim().parse().ok()).collect()
}

/// The hosts of mail among some data, the lowest priority first.
pub(crate) fn mail_hosts(data: &mut dyn Iterator<Item = &RData>) -> Vec<(u16, String)> {
    let mut hosts: Vec<(u16, String)> = data
        .filter_map(|data| match data {
            RData::MX(host) => Some((host.preference, plain(&host.exchange))),
            _ => None,
        })
        .collect();
    hosts.sort();
    hosts
}

/// The names that PTR records among some data give.
pub(crate) fn names(data: &mut dyn Iterator<Item = &RData>) -> Vec<String> {
    let names = data.filter_map(|data| match data {
        RData::PTR(name) => Some(plain(&name.0)),
        _ => None,
    });
    names.collect()
}

/// A name in lower case and without the final dot.
fn plain(name: &Name) -> String {
    name.to_ascii().to_ascii_lowercase().trim_end_matches('.').to_owned()
}

impl SystemResolver {
    /// The system's resolver cannot be told when to give up, so it is left behind when it is late.
    fn ask_system(&self, name: &DomainName) -> Result<Vec<IpAddr>> {
        let (send, receive) = mpsc::channel();
        let under_way = Arc::clone(&self.under_way);
        if under_way.fetch_add(1, Ordering::SeqCst) >= LOOKUPS_MAX {
            under_way.fetch_sub(1, Ordering::SeqCst);
            return Err(Error::new(Kind::Busy, "Too many names are being looked up."));
        }
        let host = format!("{name}.");
        let (ask, ended) =
            (thread::Builder::new().name("lookup".to_owned()), Arc::clone(&under_way));
        let asks = ask.spawn(move || {
            let found = (host.as_str(), 0).to_socket_addrs();
            // Who asked may have given up.
            drop(send.send(found.map(|found| found.map(|address| address.ip()).collect())));
            under_way.fetch_sub(1, Ordering::SeqCst);
        });
        if let Err(cause) = asks {
            ended.fetch_sub(1, Ordering::SeqCst);
            return Err(silent(name).because(cause));
        }
        let found: Vec<IpAddr> = match receive.recv_timeout(PATIENCE) {
            Ok(Ok(found)) => found,
            // The system does not tell a name that is not there from one that cannot be asked for.
            Ok(Err(_)) => Vec::new(),
            Err(_) => return Err(silent(name)),
        };
        Ok(each_once(found))
    }
}

fn silent(asked: &dyn std::fmt::Display) -> Error {
    Error::new(Kind::Unavailable, format!("No nameserver answered for “{asked}” in time."))
}

fn each_once(found: Vec<IpAddr>) -> Vec<IpAddr> {
    let mut once: Vec<IpAddr> = Vec::new();
    for address in found {
        if !once.contains(&address) {
            once.push(address);
        }
    }
    once
}

/// Asks one server for both kinds of addresses.
fn addresses(server: SocketAddr, name: &DomainName, way: Way) -> Result<Vec<IpAddr>, Fault> {
    let mut found = of_name(server, name, RecordType::A, way)?;
    found.extend(of_name(server, name, RecordType::AAAA, way)?);
    Ok(each_once(found.iter().filter_map(RData::ip_addr).collect()))
}

fn of_name(
    server: SocketAddr,
    name: &DomainName,
    kind: RecordType,
    way: Way,
) -> Result<Vec<RData>, Fault> {
    Question { name: Name::from_ascii(format!("{name}."))?, kind }.ask(server, way)
}
