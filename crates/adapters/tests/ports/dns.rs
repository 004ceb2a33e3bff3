//! What every implementation of the DNS server does.

use api::{
    ports::{Dns, ZonePart},
    records::{ZoneLine, ZoneRecord},
    zone::Zone,
};

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
    parts(port, served);
    assert!(port.serves().unwrap());
    for serving in [false, false, true] {
        port.set_serving(serving).unwrap();
        assert_eq!(port.serves().unwrap(), serving);
        assert_eq!(port.list().unwrap(), [domain("b.test")], "zones are kept all the same");
    }
    port.withdraw(&domain("b.test")).unwrap();
    assert!(port.list().unwrap().is_empty());
}

/// A part is served where the zone is what it was made on, and else not at all.
fn parts(port: &dyn Dns, served: &dyn Fn(&str) -> Option<Zone>) {
    let mut whole = served("b.test").unwrap();
    let start = ZoneRecord { serial: 2, ..whole.soa.clone() };
    let line = ZoneLine { place: 4, ttl: 60, ..whole.lines[0].clone() };
    let gone = vec![whole.lines[1].place];
    let part = ZonePart { before: 1, start, lines: vec![line.clone()], gone };
    for stale in [0, 2] {
        assert!(!port.edit(&ZonePart { before: stale, ..part.clone() }).unwrap());
        assert_eq!(served("b.test"), Some(whole.clone()));
    }
    let strange = ZoneRecord { name: domain("c.test"), ..part.start.clone() };
    assert!(!port.edit(&ZonePart { start: strange, ..part.clone() }).unwrap());
    if port.edit(&part).unwrap() {
        whole.soa.serial = 2;
        whole.lines[1] = line;
        assert_eq!(served("b.test"), Some(whole));
    }
    assert!(!port.edit(&part).unwrap(), "its serial is another by now");
}
