//! One question to one server, and the way in which it is put.

use std::{
    io::{self, Read as _, Write as _},
    net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream, UdpSocket},
    time::Duration,
};

use api::ports::Faults;
use hickory_proto::{
    op::{Edns, Message, MessageType, OpCode, Query, ResponseCode},
    rr::{Name, RData, RecordType},
};

/// How long one server may take.
const PATIENCE: Duration = Duration::from_secs(2);
/// The longest answer over UDP that we allow for, so that none is fragmented on its way.
const LONGEST: u16 = 1232;

pub(in crate::system) type Fault = Box<dyn std::error::Error + Send + Sync>;

/// How a question is put; the later ones get through where the earlier ones do not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::system) enum Way {
    /// Over UDP, allowing for long answers.
    Long,
    /// Over UDP as it was first.
    Short,
    /// Over TCP.
    Stream,
}

impl Way {
    /// The way around some faults.
    pub(in crate::system) fn around(faults: Faults) -> Self {
        match faults {
            Faults { udp: true, .. } => Self::Stream,
            Faults { edns: true, .. } => Self::Short,
            _ => Self::Long,
        }
    }
}

/// A question.
pub(in crate::system) struct Question {
    pub(in crate::system) name: Name,
    pub(in crate::system) kind: RecordType,
}

impl Question {
    /// Asks one server. An answer that is cut off is asked for again over TCP.
    pub(in crate::system) fn ask(&self, server: SocketAddr, way: Way) -> Result<Vec<RData>, Fault> {
        let message = self.message(way)?;
        let mut answer = exchange(server, &message, way)?;
        if answer.metadata.truncation && way != Way::Stream {
            answer = exchange(server, &message, Way::Stream)?;
        }
        match answer.metadata.response_code {
            ResponseCode::NoError | ResponseCode::NXDomain => {}
            code => return Err(format!("the server says {code}").into()),
        }
        Ok(answer.answers.into_iter().map(|record| record.data).collect())
    }

    fn message(&self, way: Way) -> Result<Message, Fault> {
        let mut id = [0; 2];
        getrandom::fill(&mut id).map_err(|cause| cause.to_string())?;
        let mut message = Message::new(u16::from_be_bytes(id), MessageType::Query, OpCode::Query);
        message.metadata.recursion_desired = true;
        message.add_query(Query::query(self.name.clone(), self.kind));
        if way == Way::Long {
            let mut edns = Edns::new();
            edns.set_max_payload(LONGEST);
            message.edns = Some(edns);
        }
        Ok(message)
    }
}

fn exchange(server: SocketAddr, message: &Message, way: Way) -> Result<Message, Fault> {
    let bytes = message.to_vec()?;
    let answer = match way {
        Way::Long | Way::Short => over_udp(server, &bytes)?,
        Way::Stream => over_tcp(server, &bytes)?,
    };
    let answer = Message::from_vec(&answer)?;
    if answer.metadata.id != message.metadata.id || answer.queries != message.queries {
        return Err("the answer is to another question".into());
    }
    Ok(answer)
}

fn over_udp(server: SocketAddr, message: &[u8]) -> io::Result<Vec<u8>> {
    let any = match server {
        SocketAddr::V4(_) => SocketAddr::from((Ipv4Addr::UNSPECIFIED, 0)),
        SocketAddr::V6(_) => SocketAddr::from((Ipv6Addr::UNSPECIFIED, 0)),
    };
    let socket = UdpSocket::bind(any)?;
    socket.set_read_timeout(Some(PATIENCE))?;
    socket.connect(server)?;
    socket.send(message)?;
    let mut buffer = vec![0; 4096];
    let size = socket.recv(&mut buffer)?;
    buffer.truncate(size);
    Ok(buffer)
}

/// Messages over TCP have their length before them (RFC 1035, section 4.2.2).
fn over_tcp(server: SocketAddr, message: &[u8]) -> io::Result<Vec<u8>> {
    let mut stream = TcpStream::connect_timeout(&server, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let length = u16::try_from(message.len()).map_err(io::Error::other)?;
    stream.write_all(&[&length.to_be_bytes(), message].concat())?;
    let mut length = [0; 2];
    stream.read_exact(&mut length)?;
    let mut answer = vec![0; u16::from_be_bytes(length).into()];
    stream.read_exact(&mut answer)?;
    Ok(answer)
}
