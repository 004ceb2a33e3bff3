//! What every implementation of the network interfaces does.

use std::net::IpAddr;

use api::ports::{Addresses, InterfaceAddress};

fn address(ip: &str, prefix: u8) -> InterfaceAddress {
    InterfaceAddress { ip: ip.parse().unwrap(), prefix, main: false }
}

/// The addresses besides the main one.
fn found(port: &dyn Addresses) -> Vec<InterfaceAddress> {
    let all = port.list().unwrap().into_iter().map(|interface| interface.address);
    all.filter(|address| !address.main).collect()
}

/// Runs on a machine with its main address only.
pub(crate) fn suite(port: &dyn Addresses) {
    let main: Vec<IpAddr> = port.list().unwrap().iter().map(|one| one.address.ip).collect();
    assert_eq!(main.len(), 1);
    let (one, two) = (address("192.0.2.9", 24), address("192.0.2.30", 32));
    for given in [two, one, one, address("2001:db8::1", 128)] {
        port.apply(&given).unwrap();
    }
    assert_eq!(found(port), [one, two, address("2001:db8::1", 128)]);
    let names = |port: &dyn Addresses| {
        let all = port.list().unwrap().into_iter();
        all.map(|one| (one.address.ip, one.name)).collect::<Vec<_>>()
    };
    let before = names(port);
    let wider = address("192.0.2.9", 16);
    port.apply(&wider).unwrap();
    assert_eq!((found(port)[0], names(port)), (wider, before), "it stays on its interface");
    for ip in ["192.0.2.9", "192.0.2.30", "2001:db8::1", "192.0.2.77"] {
        port.withdraw(ip.parse().unwrap()).unwrap();
    }
    port.withdraw(main[0]).unwrap();
    assert!(found(port).is_empty());
    assert_eq!(port.list().unwrap()[0].address.ip, main[0], "the main one stays");
}
