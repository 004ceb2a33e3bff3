//! Looking up names: through the system's own resolver, or at servers that are named.

use std::{
    fs,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, ToSocketAddrs as _, UdpSocket},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
        mpsc,
    },
    thread,
    time::Duration,
};

use api::{DomainName, Error, Kind, Result, ports::Resolver};
use hickory_proto::{
    op::{Message, MessageType, OpCode, Query, ResponseCode},
    rr::{Name, RData, RecordType},
};

/// How long the system's resolver may take.
const PATIENCE: Duration = Duration::from_secs(4);
/// How long one server may take.
const SERVER_PATIENCE: Duration = Duration::from_secs(2);
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
    fn addresses(&self, name: &DomainName, servers: &[IpAddr]) -> Result<Vec<IpAddr>> {
        if servers.is_empty() {
            return self.ask_system(name);
        }
        first(name, servers, |server| ask(server, name))
    }

    fn mail_hosts(&self, name: &DomainName, servers: &[IpAddr]) -> Result<Vec<(u16, String)>> {
        // The system's own resolver gives addresses alone; its servers give all.
        let named = match fs::read_to_string(CONFIGURATION) {
            Ok(text) if servers.is_empty() => nameservers(&text),
            _ => servers.to_vec(),
        };
        let found = first(name, &named, |server| query(server, name, RecordType::MX))?;
        Ok(mail_hosts(&mut found.iter()))
    }
}

/// What the first server says that answers.
fn first<T>(
    name: &DomainName,
    servers: &[IpAddr],
    ask: impl Fn(SocketAddr) -> Result<T, Fault>,
) -> Result<T> {
    let mut problem = silent(name);
    for server in servers {
        match ask(SocketAddr::new(*server, PORT)) {
            Ok(found) => return Ok(found),
            Err(cause) => problem = silent(name).because(cause),
        }
    }
    Err(problem)
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
            RData::MX(host) => {
                let name = host.exchange.to_ascii().to_ascii_lowercase();
                Some((host.preference, name.trim_end_matches('.').to_owned()))
            }
            _ => None,
        })
        .collect();
    hosts.sort();
    hosts
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
        thread::spawn(move || {
            let found = (host.as_str(), 0).to_socket_addrs();
            // Who asked may have given up.
            drop(send.send(found.map(|found| found.map(|address| address.ip()).collect())));
            under_way.fetch_sub(1, Ordering::SeqCst);
        });
        let found: Vec<IpAddr> = match receive.recv_timeout(PATIENCE) {
            Ok(Ok(found)) => found,
            // The system does not tell a name that is not there from one that cannot be asked for.
            Ok(Err(_)) => Vec::new(),
            Err(_) => return Err(silent(name)),
        };
        Ok(each_once(found))
    }
}

fn silent(name: &DomainName) -> Error {
    Error::new(Kind::Unavailable, format!("No nameserver answered for “{name}” in time."))
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

type Fault = Box<dyn std::error::Error + Send + Sync>;

/// Asks one server for both kinds of addresses.
fn ask(server: SocketAddr, name: &DomainName) -> Result<Vec<IpAddr>, Fault> {
    let mut found = query(server, name, RecordType::A)?;
    found.extend(query(server, name, RecordType::AAAA)?);
    Ok(each_once(found.iter().filter_map(address).collect()))
}

fn query(server: SocketAddr, name: &DomainName, kind: RecordType) -> Result<Vec<RData>, Fault> {
    let mut id = [0; 2];
    getrandom::fill(&mut id).map_err(|cause| cause.to_string())?;
    let mut message = Message::new(u16::from_be_bytes(id), MessageType::Query, OpCode::Query);
    message.metadata.recursion_desired = true;
    message.add_query(Query::query(Name::from_ascii(format!("{name}."))?, kind));
    let any = if server.is_ipv4() {
        Ipv4Addr::UNSPECIFIED.into()
    } else {
        IpAddr::from(Ipv6Addr::UNSPECIFIED)
    };
    let socket = UdpSocket::bind((any, 0))?;
    socket.set_read_timeout(Some(SERVER_PATIENCE))?;
    socket.connect(server)?;
    socket.send(&message.to_vec()?)?;
    let mut buffer = vec![0; 4096];
    let size = socket.recv(&mut buffer)?;
    let answer = Message::from_vec(buffer.get(..size).unwrap_or_default())?;
    if answer.metadata.id != message.metadata.id || answer.queries != message.queries {
        return Err("the answer is to another question".into());
    }
    match answer.metadata.response_code {
        ResponseCode::NoError | ResponseCode::NXDomain => {}
        code => return Err(format!("the server says {code}").into()),
    }
    Ok(answer.answers.into_iter().map(|record| record.data).collect())
}

fn address(data: &RData) -> Option<IpAddr> {
    match data {
        RData::A(address) => Some(address.0.into()),
        RData::AAAA(address) => Some(address.0.into()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn when_too_many_names_are_looked_up_the_next_is_refused() {
        let resolver = SystemResolver::default();
        resolver.under_way.store(LOOKUPS_MAX, Ordering::SeqCst);
        let refused = resolver.addresses(&"a.test".parse().unwrap(), &[]).unwrap_err();
        assert_eq!(refused.kind(), Kind::Busy);
        assert_eq!(resolver.under_way.load(Ordering::SeqCst), LOOKUPS_MAX);
    }

    #[test]
    fn the_systems_nameservers_are_read() {
        let text = "# local\nsearch a.test\nnameserver 192.0.2.53\nnameserver\t2001:db8::53\nnameserver x\n";
        let found: Vec<String> = nameservers(text).iter().map(ToString::to_string).collect();
        assert_eq!(found, ["192.0.2.53", "2001:db8::53"]);
    }

    #[test]
    fn a_server_is_asked_and_its_answer_read() {
        let server = UdpSocket::bind("127.0.0.1:0").unwrap();
        let place = server.local_addr().unwrap();
        let answering = thread::spawn(move || {
            for _ in 0..2 {
                let mut buffer = [0; 512];
                let (size, asker) = server.recv_from(&mut buffer).unwrap();
                let mut answer = Message::from_vec(&buffer[..size]).unwrap();
                answer.metadata.message_type = MessageType::Response;
                let query = answer.queries[0].clone();
                let data = match query.query_type() {
                    RecordType::A => RData::from(IpAddr::from([192, 0, 2, 1])),
                    _ => RData::from("2001:db8::1".parse::<IpAddr>().unwrap()),
                };
                let record = hickory_proto::rr::Record::from_rdata(query.name().clone(), 60, data);
                answer.answers.push(record);
                server.send_to(&answer.to_vec().unwrap(), asker).unwrap();
            }
        });
        let found = ask(place, &"a.test".parse().unwrap()).unwrap();
        answering.join().unwrap();
        assert_eq!(
            found.iter().map(ToString::to_string).collect::<Vec<_>>(),
            ["192.0.2.1", "2001:db8::1"]
        );
    }
}
