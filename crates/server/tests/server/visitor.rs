//! What a stranger finds of an account: its domain in the DNS, its site on the web.

use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpStream, UdpSocket},
    time::Duration,
};

use hickory_proto::{
    op::{Message, Query, ResponseCode},
    rr::{Name, RecordType},
};

use crate::support::Innkeeper;

const PATIENCE: Duration = Duration::from_secs(10);

/// What carries a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Over {
    /// One datagram.
    Udp,
    /// A connection.
    Tcp,
}

/// Asks the server's DNS; gives the whole answer.
pub(crate) fn ask(server: &Innkeeper, over: Over, name: &str, kind: RecordType) -> Message {
    ask_at(server.address("dns").parse().unwrap(), over, name, kind)
}

/// Asks the DNS at an address; gives the whole answer.
pub(crate) fn ask_at(at: SocketAddr, over: Over, name: &str, kind: RecordType) -> Message {
    let mut question = Message::query();
    question.add_query(Query::query(Name::from_utf8(format!("{name}.")).unwrap(), kind));
    let bytes = question.to_vec().unwrap();
    let answer = match over {
        Over::Udp => by_datagram(at, &bytes),
        Over::Tcp => by_connection(at, &bytes),
    };
    let answer = Message::from_vec(&answer).unwrap();
    assert_eq!(answer.metadata.id, question.metadata.id);
    answer
}

fn by_datagram(at: SocketAddr, question: &[u8]) -> Vec<u8> {
    let socket = UdpSocket::bind((at.ip(), 0)).unwrap();
    socket.set_read_timeout(Some(PATIENCE)).unwrap();
    socket.connect(at).unwrap();
    socket.send(question).unwrap();
    let mut answer = vec![0; 65_535];
    let length = socket.recv(&mut answer).unwrap();
    answer.truncate(length);
    answer
}

fn by_connection(at: SocketAddr, question: &[u8]) -> Vec<u8> {
    let mut stream = TcpStream::connect(at).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    stream.write_all(&u16::try_from(question.len()).unwrap().to_be_bytes()).unwrap();
    stream.write_all(question).unwrap();
    let mut length = [0; 2];
    stream.read_exact(&mut length).unwrap();
    let mut answer = vec![0; usize::from(u16::from_be_bytes(length))];
    stream.read_exact(&mut answer).unwrap();
    answer
}

/// The code of the answer to a question for a name's address: that of a zone that is there, or
/// that of a server which knows nothing of it.
pub(crate) fn dns_code(server: &Innkeeper, name: &str) -> ResponseCode {
    ask(server, Over::Udp, name, RecordType::A).metadata.response_code
}

/// The status and the text that the web server answers for a host.
pub(crate) fn site(server: &Innkeeper, host: &str) -> (u16, String) {
    let url = format!("http://{}/", server.address("web"));
    let response = server.client().get(url).header("Host", host).send().unwrap();
    (response.status().as_u16(), response.text().unwrap())
}
