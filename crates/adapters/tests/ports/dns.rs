//! What every implementation of the DNS server does.

use api::{ports::Dns, zone::Zone};

use crate::subjects::{domain, zone};

/// Runs on a port without zones; `served` reads what it serves.
pub(crate) fn suite(port: &dyn Dns, served: &dyn Fn(&str) -> Option<Zone>) {
    assert!(port.list().unwrap().is_empty());
    assert_eq!(served("a.test"), None);
    for serial in [1, 1, u32::MAX] {
        let whole = zone("a.test", serial);
        port.apply(&whole).unwrap();
        assert_eq!(served("a.test"), Some(whole));
    }
    let mut shorter = zone("a.test", 3);
    shorter.lines.pop();
    shorter.soa.account = None;
    port.apply(&shorter).unwrap();
    assert_eq!(served("a.test"), Some(shorter), "what is gone from the zone is served no more");
    assert_eq!(served("www.a.test"), None);
    port.apply(&zone("b.test", 1)).unwrap();
    assert_eq!(port.list().unwrap(), [domain("a.test"), domain("b.test")]);
    for _ in 0..2 {
        port.withdraw(&domain("a.test")).unwrap();
        assert_eq!((port.list().unwrap(), served("a.test")), (vec![domain("b.test")], None));
    }
    port.withdraw(&domain("b.test")).unwrap();
    assert!(port.list().unwrap().is_empty());
}
