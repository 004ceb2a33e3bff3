//! The server, asked over sockets: what the tests of each subject share.

mod bounds;
mod content;
mod messages;

use std::{
    collections::HashMap,
    net::SocketAddr,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use api::{
    records::{ZoneLine, ZoneRecord},
    zone::{Zone, quote},
};
use hickory_proto::{
    op::{Edns, Message, MessageType, OpCode, Query, ResponseCode},
    rr::{DNSClass, Name, RData, Record, RecordType},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream, UdpSocket},
    sync::oneshot,
    task::JoinHandle,
    time::timeout,
};

use super::{ZoneSource, serve};
use crate::system::SystemClock;

const PATIENCE: Duration = Duration::from_secs(10);

#[derive(Default)]
struct Zones {
    zones: Mutex<HashMap<String, Arc<Zone>>>,
    silent: AtomicBool,
}

impl Zones {
    fn put(&self, zone: Zone) {
        self.zones.lock().unwrap().insert(zone.name().to_string(), Arc::new(zone));
    }
}

impl ZoneSource for Zones {
    fn zone(&self, name: &str) -> Option<Arc<Zone>> {
        self.zones.lock().unwrap().get(name).cloned()
    }

    fn serves(&self) -> bool {
        !self.silent.load(Ordering::SeqCst)
    }
}

pub(super) fn zone(name: &str, lines: &[(&str, &str, &str)]) -> Zone {
    let domain: api::DomainName = name.parse().unwrap();
    let line = |(place, (name, kind, value)): (usize, &(&str, &str, &str))| ZoneLine {
        zone: domain.clone(),
        place: u32::try_from(place).unwrap(),
        name: (*name).to_owned(),
        ttl: 14400,
        kind: (*kind).to_owned(),
        value: (*value).to_owned(),
    };
    let soa = ZoneRecord {
        name: domain.clone(),
        account: None,
        serial: 2_026_010_203,
        primary: "ns1.host.test".to_owned(),
        contact: "first\\.last.mail.test".to_owned(),
        refresh: 3600,
        retry: 1800,
        expire: 1_209_600,
        minimum: 300,
        ttl: 14400,
    };
    Zone { soa, lines: lines.iter().enumerate().map(line).collect(), signing: None }
}

const LINES: &[(&str, &str, &str)] = &[
    ("", "NS", "ns1.host.test."),
    ("", "NS", "ns2"),
    ("", "A", "192.0.2.1"),
    ("", "MX", "0 mx"),
    ("", "CAA", "128 issue \"ca.test; a=b\""),
    ("ns2", "A", "192.0.2.2"),
    ("mx", "A", "192.0.2.3"),
    ("mx", "AAAA", "2001:db8::3"),
    ("www", "CNAME", "@"),
    ("twice", "CNAME", "www"),
    ("away", "CNAME", "host.test."),
    ("gone", "CNAME", "nowhere"),
    ("loop", "CNAME", "pool"),
    ("pool", "CNAME", "loop"),
    ("_sip._tcp", "SRV", "1 2 5060 mx"),
    ("a.deep", "TXT", "\"x\""),
    ("*.wild", "A", "192.0.2.9"),
    ("here.wild", "TXT", "\"x\""),
    ("*.alias", "CNAME", "www"),
    ("sub", "NS", "ns.sub"),
    ("ns.sub", "A", "192.0.2.5"),
    ("lower", "CNAME", "x.sub"),
];

pub(super) struct Running {
    pub(super) udp: SocketAddr,
    tcp: SocketAddr,
    zones: Arc<Zones>,
    stop: oneshot::Sender<()>,
    ended: JoinHandle<std::io::Result<()>>,
}

async fn start() -> Running {
    start_with(zone("example.test", LINES)).await
}

pub(super) async fn start_with(zone: Zone) -> Running {
    let zones = Arc::new(Zones::default());
    zones.put(zone);
    let (udp, tcp) = sockets().await;
    let (stop, stopped) = oneshot::channel();
    let (udp_address, tcp_address) = (udp.local_addr().unwrap(), tcp.local_addr().unwrap());
    let source: Arc<dyn ZoneSource> = Arc::<Zones>::clone(&zones);
    let ended =
        tokio::spawn(serve(udp, tcp, source, Arc::new(SystemClock), async { drop(stopped.await) }));
    Running { udp: udp_address, tcp: tcp_address, zones, stop, ended }
}

/// Both on one port, as clients that go over to TCP expect.
async fn sockets() -> (UdpSocket, TcpListener) {
    loop {
        let udp = UdpSocket::bind("127.0.0.1:0").await.unwrap();
        if let Ok(tcp) = TcpListener::bind(udp.local_addr().unwrap()).await {
            return (udp, tcp);
        }
    }
}

impl Running {
    async fn ask(&self, name: &str, kind: RecordType) -> Message {
        self.send(&question(name, kind)).await
    }

    pub(super) async fn send(&self, message: &Message) -> Message {
        let (answer, size) = self.send_bytes(&message.to_vec().unwrap()).await;
        assert!(size <= usize::from(message.max_payload()), "{size} bytes");
        assert_eq!(answer.metadata.id, message.metadata.id);
        assert_eq!(answer.metadata.message_type, MessageType::Response);
        assert!(!answer.metadata.recursion_available);
        answer
    }

    async fn send_bytes(&self, bytes: &[u8]) -> (Message, usize) {
        let socket = UdpSocket::bind("127.0.0.1:0").await.unwrap();
        socket.send_to(bytes, self.udp).await.unwrap();
        let mut buffer = vec![0; 65_535];
        let size = timeout(PATIENCE, socket.recv(&mut buffer)).await.unwrap().unwrap();
        (Message::from_vec(&buffer[..size]).unwrap(), size)
    }

    async fn send_by_tcp(&self, message: &Message) -> Message {
        let mut stream = TcpStream::connect(self.tcp).await.unwrap();
        let bytes = message.to_vec().unwrap();
        stream.write_u16(u16::try_from(bytes.len()).unwrap()).await.unwrap();
        stream.write_all(&bytes).await.unwrap();
        let length = timeout(PATIENCE, stream.read_u16()).await.unwrap().unwrap();
        let mut answer = vec![0; length.into()];
        stream.read_exact(&mut answer).await.unwrap();
        Message::from_vec(&answer).unwrap()
    }
}

pub(super) fn question(name: &str, kind: RecordType) -> Message {
    let mut message = Message::new(4711, MessageType::Query, OpCode::Query);
    message.add_query(Query::query(Name::from_ascii(name).unwrap(), kind));
    message
}

fn with_edns(mut message: Message, payload: u16) -> Message {
    let mut edns = Edns::new();
    edns.set_max_payload(payload);
    message.set_edns(edns);
    message
}

/// The records as lines of a zone file, with the names' case as it came.
fn lines(records: &[Record]) -> Vec<String> {
    let line = |record: &Record| {
        format!("{} {} {}", record.name.to_ascii(), record.record_type(), record.data)
            .trim()
            .to_owned()
    };
    records.iter().map(line).collect()
}

fn code(message: &Message) -> ResponseCode {
    message.metadata.response_code
}

fn assert_denied(message: &Message, expected: ResponseCode) {
    assert_eq!(code(message), expected);
    assert!(message.metadata.authoritative);
    let [soa] = message.authorities.as_slice() else { panic!("{:?}", message.authorities) };
    assert_eq!((soa.record_type(), soa.ttl), (RecordType::SOA, 300));
    assert_eq!(soa.name.to_ascii(), "example.test.");
}
