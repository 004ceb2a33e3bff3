//! The server, asked over sockets.

use std::{
    collections::HashMap,
    net::SocketAddr,
    sync::{Arc, Mutex},
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
struct Zones(Mutex<HashMap<String, Arc<Zone>>>);

impl Zones {
    fn put(&self, zone: Zone) {
        self.0.lock().unwrap().insert(zone.name().to_string(), Arc::new(zone));
    }
}

impl ZoneSource for Zones {
    fn zone(&self, name: &str) -> Option<Arc<Zone>> {
        self.0.lock().unwrap().get(name).cloned()
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

#[tokio::test]
async fn what_is_there_is_told_with_authority() {
    let server = start().await;
    let answer = server.ask("example.test.", RecordType::A).await;
    assert_eq!(code(&answer), ResponseCode::NoError);
    assert!(answer.metadata.authoritative);
    assert_eq!(lines(&answer.answers), ["example.test. A 192.0.2.1"]);
    assert_eq!(answer.answers[0].ttl, 14400);
    assert_eq!(answer.queries[0].query_type(), RecordType::A);
    let answer = server.ask("example.test.", RecordType::SOA).await;
    let RData::SOA(soa) = &answer.answers[0].data else { panic!("{answer}") };
    assert_eq!((soa.serial, soa.refresh, soa.minimum), (2_026_010_203, 3600, 300));
    assert_eq!(soa.rname.iter().next(), Some(&b"first.last"[..]));
    assert_eq!(answer.answers[0].ttl, 14400);
    let answer = server.ask("example.test.", RecordType::CAA).await;
    let RData::CAA(caa) = &answer.answers[0].data else { panic!("{answer}") };
    assert_eq!(
        (caa.issuer_critical, caa.tag.as_str(), caa.value.as_slice()),
        (true, "issue", &b"ca.test; a=b"[..])
    );
}

#[tokio::test]
async fn the_case_of_the_question_is_kept() {
    let server = start().await;
    let answer = server.ask("wWw.eXample.TEST.", RecordType::A).await;
    assert_eq!(answer.queries[0].name().to_ascii(), "wWw.eXample.TEST.");
    assert_eq!(
        lines(&answer.answers),
        ["wWw.eXample.TEST. CNAME example.test.", "example.test. A 192.0.2.1"]
    );
}

#[tokio::test]
async fn aliases_are_followed_within_the_zone() {
    let server = start().await;
    let answer = server.ask("twice.example.test.", RecordType::A).await;
    assert_eq!(
        lines(&answer.answers),
        [
            "twice.example.test. CNAME www.example.test.",
            "www.example.test. CNAME example.test.",
            "example.test. A 192.0.2.1"
        ]
    );
    let answer = server.ask("twice.example.test.", RecordType::CNAME).await;
    assert_eq!(lines(&answer.answers), ["twice.example.test. CNAME www.example.test."]);
    let answer = server.ask("away.example.test.", RecordType::A).await;
    assert_eq!(lines(&answer.answers), ["away.example.test. CNAME host.test."]);
    assert_eq!((code(&answer), answer.authorities.len()), (ResponseCode::NoError, 0));
    let answer = server.ask("gone.example.test.", RecordType::A).await;
    assert_eq!(lines(&answer.answers), ["gone.example.test. CNAME nowhere.example.test."]);
    assert_denied(&answer, ResponseCode::NXDomain);
    let answer = server.ask("www.example.test.", RecordType::AAAA).await;
    assert_eq!(answer.answers.len(), 1);
    assert_denied(&answer, ResponseCode::NoError);
}

#[tokio::test]
async fn a_circle_of_aliases_ends() {
    let server = start().await;
    let answer = server.ask("loop.example.test.", RecordType::A).await;
    assert_eq!(code(&answer), ResponseCode::NoError);
    assert_eq!(
        lines(&answer.answers),
        [
            "loop.example.test. CNAME pool.example.test.",
            "pool.example.test. CNAME loop.example.test."
        ]
    );
}

#[tokio::test]
async fn hosts_come_with_their_addresses() {
    let server = start().await;
    let answer = server.ask("example.test.", RecordType::MX).await;
    assert_eq!(lines(&answer.answers), ["example.test. MX 0 mx.example.test."]);
    let addresses = ["mx.example.test. A 192.0.2.3", "mx.example.test. AAAA 2001:db8::3"];
    assert_eq!(lines(&answer.additionals), addresses);
    let answer = server.ask("_sip._tcp.example.test.", RecordType::SRV).await;
    assert_eq!(lines(&answer.answers), ["_sip._tcp.example.test. SRV 1 2 5060 mx.example.test."]);
    assert_eq!(lines(&answer.additionals), addresses);
    let answer = server.ask("example.test.", RecordType::NS).await;
    assert_eq!(
        lines(&answer.answers),
        ["example.test. NS ns1.host.test.", "example.test. NS ns2.example.test."]
    );
    assert_eq!(lines(&answer.additionals), ["ns2.example.test. A 192.0.2.2"]);
}

#[tokio::test]
async fn what_is_not_there_is_denied() {
    let server = start().await;
    assert_denied(&server.ask("example.test.", RecordType::AAAA).await, ResponseCode::NoError);
    assert_denied(&server.ask("none.example.test.", RecordType::A).await, ResponseCode::NXDomain);
    assert_denied(&server.ask("a.mx.example.test.", RecordType::A).await, ResponseCode::NXDomain);
    // A name that has only names below it exists.
    assert_denied(&server.ask("deep.example.test.", RecordType::A).await, ResponseCode::NoError);
    assert_denied(&server.ask("_tcp.example.test.", RecordType::ANY).await, ResponseCode::NoError);
}

#[tokio::test]
async fn wildcards_stand_for_names_that_are_not_there() {
    let server = start().await;
    for name in ["a.wild.example.test.", "b.a.wild.example.test.", "*.wild.example.test."] {
        let answer = server.ask(name, RecordType::A).await;
        assert_eq!(lines(&answer.answers), [format!("{name} A 192.0.2.9")]);
    }
    assert_denied(
        &server.ask("a.wild.example.test.", RecordType::TXT).await,
        ResponseCode::NoError,
    );
    assert_denied(
        &server.ask("here.wild.example.test.", RecordType::A).await,
        ResponseCode::NoError,
    );
    assert_denied(
        &server.ask("a.here.wild.example.test.", RecordType::A).await,
        ResponseCode::NXDomain,
    );
    assert_denied(&server.ask("wild.example.test.", RecordType::A).await, ResponseCode::NoError);
    let answer = server.ask("x.alias.example.test.", RecordType::A).await;
    assert_eq!(lines(&answer.answers)[0], "x.alias.example.test. CNAME www.example.test.");
    assert_eq!(answer.answers.len(), 3);
}

const DIGEST: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

/// What a record of such a value is answered with: as the resolver's library prints it where that
/// knows the type, else its bytes in Base64.
#[tokio::test]
async fn every_type_is_answered() {
    let (tlsa, sshfp, ds) =
        (format!("3 1 1 {DIGEST}"), format!("4 2 {DIGEST}"), format!("12345 13 2 {DIGEST}"));
    let cases = [
        ("TLSA", tlsa.as_str(), tlsa.as_str()),
        ("SSHFP", &sshfp, &sshfp),
        ("SVCB", "1 svc port=53 alpn=dot", "1 svc.example.test. alpn=dot, port=53"),
        ("HTTPS", "1 . ipv4hint=192.0.2.1", "1 . ipv4hint=192.0.2.1,"),
        (
            "NAPTR",
            "100 10 u E2U+sip !^.*$!sip:a@example.test! .",
            "100 10 \"u\" \"E2U+sip\" \"!^.*$!sip:a@example.test!\" .",
        ),
        ("HINFO", "PC Linux", "PC Linux"),
        ("AFSDB", "1 afs.test.", "AAEDYWZzBHRlc3QA"),
        ("RP", "a\\.b.test. .", "A2EuYgR0ZXN0AAA="),
        ("A6", "64 ::1 n.test.", "QAAAAAAAAAABAW4EdGVzdAA="),
        ("LOC", "0 N 0 E 0m", "ABIWE4AAAACAAAAAAJiWgA=="),
        ("DS", &ds, &ds.to_uppercase()),
    ];
    let server = start().await;
    let made: Vec<_> = cases.iter().map(|(kind, value, _)| ("all", *kind, *value)).collect();
    server.zones.put(zone("types.test", &[&[("", "NS", "ns1.host.test.")], &made[..]].concat()));
    for (kind, _, answered) in cases {
        let number = kind.parse::<api::zone::RecordType>().unwrap().number();
        let answer = server.ask("all.types.test.", RecordType::from(number)).await;
        let [record] = answer.answers.as_slice() else { panic!("{kind}: {answer}") };
        assert_eq!(u16::from(record.record_type()), number);
        assert_eq!(record.data.to_string().replace("types.test", "example.test"), answered);
    }
}

#[tokio::test]
async fn names_below_a_dname_are_elsewhere() {
    let server = start().await;
    let lines_of =
        [("", "NS", "ns1.host.test."), ("old", "DNAME", "new"), ("a.new", "A", "192.0.2.8")];
    server.zones.put(zone("moved.test", &lines_of));
    let answer = server.ask("a.old.moved.test.", RecordType::A).await;
    let [dname, alias, address] = answer.answers.as_slice() else { panic!("{answer}") };
    assert_eq!(
        (dname.name.to_ascii().as_str(), dname.record_type()),
        ("old.moved.test.", RecordType::DNAME)
    );
    assert_eq!(lines(std::slice::from_ref(alias)), ["a.old.moved.test. CNAME a.new.moved.test."]);
    assert_eq!(lines(std::slice::from_ref(address)), ["a.new.moved.test. A 192.0.2.8"]);
    let answer = server.ask("b.old.moved.test.", RecordType::A).await;
    assert_eq!((code(&answer), answer.answers.len()), (ResponseCode::NXDomain, 2));
    let answer = server.ask("old.moved.test.", RecordType::DNAME).await;
    assert_eq!(answer.answers.len(), 1);
}

#[tokio::test]
async fn a_set_has_each_record_once() {
    let server = start().await;
    let twice = [("", "NS", "ns1.host.test."), ("", "A", "192.0.2.1"), ("", "A", "192.0.2.1")];
    server.zones.put(zone("twice.test", &twice));
    assert_eq!(server.ask("twice.test.", RecordType::A).await.answers.len(), 1);
}

#[tokio::test]
async fn a_zone_below_is_referred_to() {
    let server = start().await;
    for name in ["sub.example.test.", "a.b.sub.example.test.", "ns.sub.example.test."] {
        let answer = server.ask(name, RecordType::A).await;
        assert_eq!(code(&answer), ResponseCode::NoError);
        assert!(!answer.metadata.authoritative);
        assert!(answer.answers.is_empty());
        assert_eq!(lines(&answer.authorities), ["sub.example.test. NS ns.sub.example.test."]);
        assert_eq!(lines(&answer.additionals), ["ns.sub.example.test. A 192.0.2.5"]);
    }
    assert_denied(&server.ask("sub.example.test.", RecordType::DS).await, ResponseCode::NoError);
    let answer = server.ask("lower.example.test.", RecordType::A).await;
    assert!(answer.metadata.authoritative);
    assert_eq!((answer.answers.len(), answer.authorities.len()), (1, 1));
}

#[tokio::test]
async fn the_lowest_zone_answers() {
    let server = start().await;
    server.zones.put(zone("sub.example.test", &[("", "NS", "ns"), ("", "A", "192.0.2.77")]));
    let answer = server.ask("sub.example.test.", RecordType::A).await;
    assert!(answer.metadata.authoritative);
    assert_eq!(lines(&answer.answers), ["sub.example.test. A 192.0.2.77"]);
    // The key of the zone is the business of the one above.
    assert_denied(&server.ask("sub.example.test.", RecordType::DS).await, ResponseCode::NoError);
}

#[tokio::test]
async fn a_changed_zone_is_served_at_once() {
    let server = start().await;
    assert_eq!(code(&server.ask("new.example.test.", RecordType::A).await), ResponseCode::NXDomain);
    server.zones.put(zone("example.test", &[("", "NS", "ns"), ("new", "A", "192.0.2.8")]));
    let answer = server.ask("new.example.test.", RecordType::A).await;
    assert_eq!(lines(&answer.answers), ["new.example.test. A 192.0.2.8"]);
    server.zones.0.lock().unwrap().clear();
    assert_eq!(code(&server.ask("new.example.test.", RecordType::A).await), ResponseCode::Refused);
}

#[tokio::test]
async fn all_types_at_once_are_answered_with_one() {
    let server = start().await;
    let answer = server.ask("mx.example.test.", RecordType::ANY).await;
    assert_eq!(lines(&answer.answers), ["mx.example.test. A 192.0.2.3"]);
    let answer = server.ask("www.example.test.", RecordType::ANY).await;
    assert_eq!(lines(&answer.answers), ["www.example.test. CNAME example.test."]);
}

#[tokio::test]
async fn what_is_not_ours_to_answer_is_refused() {
    let server = start().await;
    for (name, kind) in [
        ("other.test.", RecordType::A),
        ("xexample.test.", RecordType::A),
        ("test.", RecordType::A),
        (".", RecordType::NS),
        ("example.test.", RecordType::AXFR),
        ("example.test.", RecordType::IXFR),
    ] {
        let answer = server.ask(name, kind).await;
        assert_eq!(code(&answer), ResponseCode::Refused, "{name} {kind}");
        assert!(
            !answer.metadata.authoritative
                && answer.answers.is_empty()
                && answer.authorities.is_empty()
        );
    }
    let answer = server.send_by_tcp(&question("example.test.", RecordType::AXFR)).await;
    assert_eq!((code(&answer), answer.answers.len()), (ResponseCode::Refused, 0));
    let mut chaos = question("example.test.", RecordType::TXT);
    chaos.queries[0].set_query_class(DNSClass::CH);
    assert_eq!(code(&server.send(&chaos).await), ResponseCode::Refused);
}

#[tokio::test]
async fn other_requests_are_answered_by_their_fault() {
    let server = start().await;
    for op_code in [OpCode::Notify, OpCode::Update, OpCode::Status] {
        let mut message = question("example.test.", RecordType::SOA);
        message.metadata.op_code = op_code;
        let answer = server.send(&message).await;
        assert_eq!((code(&answer), answer.metadata.op_code), (ResponseCode::NotImp, op_code));
    }
    let mut twofold = question("example.test.", RecordType::A);
    twofold.add_query(Query::query(Name::from_ascii("www.example.test.").unwrap(), RecordType::A));
    assert_eq!(code(&server.send(&twofold).await), ResponseCode::FormErr);
    let mut newer = question("example.test.", RecordType::A);
    newer.set_edns(Edns::new());
    newer.edns.as_mut().unwrap().set_version(1);
    let answer = server.send(&newer).await;
    // On the wire BADVERS and BADSIG are one number.
    assert_eq!(u16::from(code(&answer)), u16::from(ResponseCode::BADVERS));
    assert_eq!(answer.edns.unwrap().version(), 0);
    // A header that promises a question, and none.
    let (answer, _) = server.send_bytes(&[1, 2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0]).await;
    assert_eq!((code(&answer), answer.metadata.id), (ResponseCode::FormErr, 0x0102));
}

#[tokio::test]
async fn a_long_text_survives() {
    let server = start().await;
    let text = "0123456789".repeat(60);
    server.zones.put(zone("long.test", &[("", "NS", "ns"), ("", "TXT", &quote(&text))]));
    let asked = question("long.test.", RecordType::TXT);
    let cut = server.send(&asked).await;
    assert!(cut.metadata.truncation && cut.answers.is_empty());
    for answer in
        [server.send(&with_edns(asked.clone(), 1232)).await, server.send_by_tcp(&asked).await]
    {
        assert!(!answer.metadata.truncation);
        let RData::TXT(txt) = &answer.answers[0].data else { panic!("{answer}") };
        assert_eq!(txt.txt_data.len(), 3);
        assert_eq!(txt.txt_data.concat(), text.as_bytes());
    }
}

#[tokio::test]
async fn what_does_not_fit_is_told_over_tcp() {
    let server = start().await;
    let addresses: Vec<_> = (0..200).map(|last| format!("192.0.2.{last}")).collect();
    let mut lines = vec![("", "NS", "ns")];
    lines.extend(addresses.iter().map(|address| ("many", "A", address.as_str())));
    lines.push(("", "MX", "0 many"));
    server.zones.put(zone("many.test", &lines));
    let asked = question("many.many.test.", RecordType::A);
    for message in [asked.clone(), with_edns(asked.clone(), 512), with_edns(asked.clone(), 4096)] {
        let cut = server.send(&message).await;
        assert!(cut.metadata.truncation && cut.answers.is_empty());
        assert_eq!(cut.edns.is_some(), message.edns.is_some());
    }
    let whole = server.send_by_tcp(&asked).await;
    assert_eq!((whole.metadata.truncation, whole.answers.len()), (false, 200));
    // Addresses that are only a courtesy are left out rather.
    let answer = server.ask("many.test.", RecordType::MX).await;
    assert!(!answer.metadata.truncation);
    assert_eq!((answer.answers.len(), answer.additionals.len()), (1, 0));
}

#[tokio::test]
async fn one_connection_takes_several_questions() {
    let server = start().await;
    let mut stream = TcpStream::connect(server.tcp).await.unwrap();
    for (name, kind, answers) in [
        ("example.test.", RecordType::A, 1),
        ("none.example.test.", RecordType::A, 0),
        ("example.test.", RecordType::NS, 2),
    ] {
        let bytes = question(name, kind).to_vec().unwrap();
        stream.write_u16(u16::try_from(bytes.len()).unwrap()).await.unwrap();
        stream.write_all(&bytes).await.unwrap();
        let length = timeout(PATIENCE, stream.read_u16()).await.unwrap().unwrap();
        let mut answer = vec![0; length.into()];
        stream.read_exact(&mut answer).await.unwrap();
        assert_eq!(Message::from_vec(&answer).unwrap().answers.len(), answers);
    }
}

#[tokio::test]
async fn it_ends_when_told() {
    let server = start().await;
    assert_eq!(code(&server.ask("example.test.", RecordType::A).await), ResponseCode::NoError);
    server.stop.send(()).unwrap();
    timeout(PATIENCE, server.ended).await.unwrap().unwrap().unwrap();
    UdpSocket::bind(server.udp).await.unwrap();
}
