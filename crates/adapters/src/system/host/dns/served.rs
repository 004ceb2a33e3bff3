//! What the server answers, beside what it says that it has: the serial of a zone, which nobody who copies it
//! may ever see fall.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use api::{DomainName, Error, Result};
use hickory_proto::rr::{Name, RData, RecordType, SerialNumber};
use root::Layout;

use crate::system::resolver::question::{Question, Way};

/// Where the server answers questions of this machine's.
pub(super) fn address(layout: &Layout) -> SocketAddr {
    let listens = match layout.listen {
        IpAddr::V4(any) if any.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(any) if any.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        address => address,
    };
    SocketAddr::new(listens, layout.ports.dns)
}

/// How the serial that is answered of a zone differs from that which it should have.
pub(super) fn difference(
    server: SocketAddr,
    zone: &DomainName,
    serial: u32,
) -> Result<Option<String>> {
    let name = Name::from_ascii(format!("{zone}.")).map_err(Error::internal)?;
    let question = Question { name, kind: RecordType::SOA };
    let answer = match question.ask(server, Way::Long) {
        Ok(answer) => answer,
        Err(cause) => return Ok(Some(format!("nobody answers of it: {cause}"))),
    };
    let served = answer.iter().find_map(|data| match data {
        RData::SOA(start) => Some(start.serial),
        _ => None,
    });
    Ok(match served {
        None => Some("it is not answered".to_owned()),
        Some(served) if served == serial => None,
        Some(served) => {
            let fell = SerialNumber::from(served) < SerialNumber::from(serial);
            let how = if fell { "an older one than" } else { "a newer one than" };
            Some(format!("the serial {served} is answered, {how} {serial}"))
        }
    })
}
