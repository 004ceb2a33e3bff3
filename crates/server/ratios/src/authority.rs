//! The baseline of the DNS server: hickory's own authority in memory, with the records of the zone
//! that the product is measured with, behind hickory's own server.

use std::{
    io::{self, Write},
    net::Ipv4Addr,
    sync::Arc,
    time::Duration,
};

use hickory_proto::rr::{
    LowerName, Name, RData, Record,
    rdata::{A, NS, SOA},
};
use hickory_server::{
    Server,
    store::in_memory::InMemoryZoneHandler,
    zone_handler::{AxfrPolicy, Catalog, ZoneType},
};
use tokio::net::{TcpListener, UdpSocket};

use crate::{Result, zones};

/// Serves until it is killed; says where on its standard output.
pub(crate) fn serve() -> Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let udp = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let tcp = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let mut out = io::stdout();
        let (at, api) = (udp.local_addr()?, tcp.local_addr()?);
        writeln!(out, "ready whm={api} dns={at}")?;
        out.flush()?;
        let origin = Name::from_ascii(format!("{}.", zones::ZONE))?;
        let mut catalog = Catalog::new();
        catalog.upsert(LowerName::new(&origin), vec![Arc::new(zone(origin)?)]);
        let mut server = Server::new(catalog);
        server.register_socket(udp);
        server.register_listener(tcp, Duration::from_secs(5), 16);
        server.block_until_done().await?;
        Ok(())
    })
}

fn zone(origin: Name) -> Result<InMemoryZoneHandler> {
    let kind = ZoneType::Primary;
    let mut zone: InMemoryZoneHandler =
        InMemoryZoneHandler::empty(origin.clone(), kind, AxfrPolicy::Deny, None);
    let host = Name::from_ascii("ns1.example.test.")?;
    let start = SOA::new(host.clone(), host.clone(), 1, 3600, 1800, 1_209_600, 300);
    let mut add = |name: Name, data: RData| zone.upsert_mut(Record::from_rdata(name, 300, data), 1);
    add(origin.clone(), RData::SOA(start));
    add(origin, RData::NS(NS(host)));
    for number in 0..zones::RECORDS {
        add(Name::from_ascii(zones::name(number))?, RData::A(A(zones::address(number))));
    }
    Ok(zone)
}
