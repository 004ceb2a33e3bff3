//! Tests of looking up names at servers of their own.

use std::{
    io::{Read as _, Write as _},
    net::{TcpListener, UdpSocket},
};

use hickory_proto::{
    op::{Message, MessageType},
    rr::Record,
};

use super::*;

#[test]
fn when_too_many_names_are_looked_up_the_next_is_refused() {
    let resolver = SystemResolver::default();
    resolver.under_way.store(LOOKUPS_MAX, Ordering::SeqCst);
    let refused = resolver.addresses(&"a.test".parse().unwrap(), &Asking::default()).unwrap_err();
    assert_eq!(refused.kind(), Kind::Busy);
    assert_eq!(resolver.under_way.load(Ordering::SeqCst), LOOKUPS_MAX);
}

#[test]
fn the_systems_nameservers_are_read() {
    let text =
        "# local\nsearch a.test\nnameserver 192.0.2.53\nnameserver\t2001:db8::53\nnameserver x\n";
    let found: Vec<String> = nameservers(text).iter().map(ToString::to_string).collect();
    assert_eq!(found, ["192.0.2.53", "2001:db8::53"]);
}

/// The answer to a message: an address of the kind that it asks for, or a name.
fn answer(message: &[u8]) -> Message {
    let mut answer = Message::from_vec(message).unwrap();
    answer.metadata.message_type = MessageType::Response;
    let query = answer.queries[0].clone();
    let data = match query.query_type() {
        RecordType::A => RData::from(IpAddr::from([192, 0, 2, 1])),
        RecordType::PTR => {
            RData::PTR(hickory_proto::rr::rdata::PTR(Name::from_ascii("Host.A.Test.").unwrap()))
        }
        _ => RData::from("2001:db8::1".parse::<IpAddr>().unwrap()),
    };
    answer.answers.push(Record::from_rdata(query.name().clone(), 60, data));
    answer
}

#[test]
fn a_server_is_asked_and_its_answer_read() {
    let server = UdpSocket::bind("127.0.0.1:0").unwrap();
    let place = server.local_addr().unwrap();
    let answering = thread::spawn(move || {
        for _ in 0..3 {
            let mut buffer = [0; 512];
            let (size, asker) = server.recv_from(&mut buffer).unwrap();
            server.send_to(&answer(&buffer[..size]).to_vec().unwrap(), asker).unwrap();
        }
    });
    let found = addresses(place, &"a.test".parse().unwrap(), Way::Long).unwrap();
    assert_eq!(
        found.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["192.0.2.1", "2001:db8::1"]
    );
    let question = Question { name: Name::from(found[0]), kind: RecordType::PTR };
    assert_eq!(question.name.to_ascii(), "1.2.0.192.in-addr.arpa.");
    let found = question.ask(place, Way::Short).unwrap();
    answering.join().unwrap();
    assert_eq!(names(&mut found.iter()), ["host.a.test"]);
}

#[test]
fn what_is_cut_off_is_asked_for_over_tcp() {
    let stream = TcpListener::bind("127.0.0.1:0").unwrap();
    let place = stream.local_addr().unwrap();
    let server = UdpSocket::bind(place).unwrap();
    let answering = thread::spawn(move || {
        let mut buffer = [0; 512];
        let (size, asker) = server.recv_from(&mut buffer).unwrap();
        let mut cut = answer(&buffer[..size]);
        assert_eq!(cut.edns.as_ref().map(hickory_proto::op::Edns::max_payload), Some(1232));
        cut.answers.clear();
        cut.metadata.truncation = true;
        server.send_to(&cut.to_vec().unwrap(), asker).unwrap();
        let (mut stream, _) = stream.accept().unwrap();
        let mut length = [0; 2];
        stream.read_exact(&mut length).unwrap();
        let mut message = vec![0; u16::from_be_bytes(length).into()];
        stream.read_exact(&mut message).unwrap();
        let whole = answer(&message).to_vec().unwrap();
        let length = u16::try_from(whole.len()).unwrap().to_be_bytes();
        stream.write_all(&[&length, whole.as_slice()].concat()).unwrap();
    });
    let name = Name::from_ascii("a.test.").unwrap();
    let found = Question { name, kind: RecordType::A }.ask(place, Way::Long).unwrap();
    answering.join().unwrap();
    assert_eq!(found, [RData::from(IpAddr::from([192, 0, 2, 1]))]);
}

#[test]
fn the_way_is_around_the_faults() {
    let none = Faults::default();
    assert_eq!(Way::around(none), Way::Long);
    assert_eq!(Way::around(Faults { edns: true, ..none }), Way::Short);
    assert_eq!(Way::around(Faults { edns: true, udp: true, ip6: true }), Way::Stream);
    // No server is left to ask.
    let servers = vec!["2001:db8::1".parse().unwrap()];
    let asking = Asking { servers, faults: Faults { ip6: true, ..none } };
    let refused = SystemResolver::default().mail_hosts(&"a.test".parse().unwrap(), &asking);
    assert_eq!(refused.unwrap_err().kind(), Kind::Unavailable);
}
