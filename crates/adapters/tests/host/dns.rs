//! The `PowerDNS` adapter, asked by `dig` and checked by `delv`.

use std::{
    process::Command,
    sync::Arc,
    time::{Duration, Instant},
};

use adapters::system::{LocalKeys, host::PowerDns};
use api::{
    Kind, UnixTime,
    ports::{Dns, ZoneKeys, ZonePart},
    records::{KeyKind, ZoneKey, ZoneLine, ZoneRecord, ZoneSigning},
    zone::{KeyAlgorithm, Signing, Zone},
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use root::{Service, Verb};

use crate::machine::Machine;

fn server(machine: &Machine) -> PowerDns {
    PowerDns::new(Arc::clone(&machine.client), &machine.layout)
}

fn zone(name: &str, records: &[(&str, &str, &str)]) -> Zone {
    let name: api::DomainName = name.parse().unwrap();
    let line = |(place, (owner, kind, value)): (u32, &(&str, &str, &str))| ZoneLine {
        zone: name.clone(),
        place,
        name: (*owner).to_owned(),
        ttl: 300,
        kind: (*kind).to_owned(),
        value: (*value).to_owned(),
    };
    let soa = ZoneRecord {
        name: name.clone(),
        account: None,
        serial: 2_026_010_101,
        primary: format!("ns1.{name}"),
        contact: format!("ho\\.st.{name}"),
        refresh: 3600,
        retry: 1800,
        expire: 1_209_600,
        minimum: 300,
        ttl: 86_400,
    };
    Zone { soa, lines: (0..).zip(records).map(line).collect(), signing: None }
}

/// What `dig` prints of a question.
fn dig(machine: &Machine, args: &[&str]) -> String {
    let port = machine.layout.ports.dns.to_string();
    let mut dig = Command::new("/usr/bin/dig");
    let said = dig.args(["@127.0.0.1", "-p", &port, "+tries=1", "+time=3"]).args(args).output();
    String::from_utf8(said.unwrap().stdout).unwrap()
}

fn short(machine: &Machine, name: &str, kind: &str) -> Vec<String> {
    let said = dig(machine, &["+short", name, kind]);
    let mut lines: Vec<String> = said.lines().map(str::to_owned).collect();
    lines.sort();
    lines
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn zones_come_change_and_go() {
    let machine = Machine::start(&[Service::PowerDns]);
    let dns = server(&machine);
    assert!(dns.list().unwrap().is_empty());
    let mut shop = zone(
        "shop.test",
        &[("", "NS", "ns1.shop.test."), ("www", "A", "192.0.2.1"), ("*", "TXT", "\"any\"")],
    );
    for _ in 0..2 {
        dns.apply(&shop).unwrap();
        assert_eq!(short(&machine, "www.shop.test", "A"), ["192.0.2.1"]);
        let start = "ns1.shop.test. ho\\.st.shop.test. 2026010101 3600 1800 1209600 300";
        assert_eq!(short(&machine, "shop.test", "SOA"), [start]);
        assert_eq!(dns.list().unwrap(), [shop.name().clone()]);
    }
    assert_eq!(short(&machine, "else.shop.test", "TXT"), ["\"any\""]);
    shop.soa.serial = 2_026_010_102;
    shop.lines.remove(1);
    shop.lines[0].ttl = 60;
    dns.apply(&shop).unwrap();
    assert!(dig(&machine, &["www.shop.test", "A"]).contains("status: NOERROR"));
    assert!(short(&machine, "www.shop.test", "A").is_empty());
    assert!(dig(&machine, &["+noall", "+answer", "shop.test", "NS"]).contains("\t60\tIN\tNS"));
    assert!(dig(&machine, &["shop.test", "AXFR"]).contains("Transfer failed"));
    assert!(!dig(&machine, &["version.bind", "CH", "TXT"]).contains("PowerDNS"));
    for _ in 0..2 {
        dns.withdraw(shop.name()).unwrap();
        assert!(dig(&machine, &["shop.test", "SOA"]).contains("REFUSED"));
        assert!(dns.list().unwrap().is_empty());
    }
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn records_of_every_type_are_served() {
    let machine = Machine::start(&[Service::PowerDns]);
    let dns = server(&machine);
    let digest = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    let (ds, sshfp, tlsa) =
        (format!("12345 13 2 {digest}"), format!("4 2 {digest}"), format!("3 1 1 {digest}"));
    let long = format!("\"{}\" \"{}\"", "x".repeat(255), "y".repeat(255));
    let records = [
        ("", "NS", "Ns1.Host.Test."),
        ("a", "A", "192.0.2.1"),
        ("a", "AAAA", "2001:DB8::1"),
        ("a6", "A6", "64 ::1 net.every.test."),
        ("afs", "AFSDB", "1 afs"),
        ("caa", "CAA", "0 issue \"ca.test; a=b\""),
        ("caa", "CAA", "128 iodef \"mailto:a\\\"b@c.test\""),
        ("alias", "CNAME", "@"),
        ("moved", "DNAME", "other.test."),
        ("below", "NS", "ns.else.test."),
        ("below", "DS", &ds),
        ("host", "HINFO", "PC \"Linux 6\""),
        ("web", "HTTPS", "1 . alpn=h2,h3 port=8443 ipv4hint=192.0.2.1,192.0.2.2"),
        ("web2", "HTTPS", "0 www"),
        ("place", "LOC", "41 51 54.305 N 87 36 47.95 W 178m"),
        ("place", "LOC", "1 S 2 3 E -5.5m 1 2m 3.25m"),
        ("null", "MX", "0 ."),
        ("rule", "NAPTR", "100 10 u E2U+sip \"!^.*$!sip:a@example.test!\" ."),
        ("rule", "NAPTR", "100 10 \"\" \"\" \"\" Up"),
        ("back", "PTR", "www"),
        ("who", "RP", "first\\.last.mail.test. ."),
        ("_sip._tcp", "SRV", "1 2 443 www"),
        ("ssh", "SSHFP", &sshfp),
        (
            "svc",
            "SVCB",
            "16 svc key667=\"hello\\210qoo\" mandatory=port,alpn port=53 alpn=dot no-default-alpn ech=AAEC",
        ),
        ("svc2", "SVCB", "1 . alpn=http/1.1 dohpath=/dns-query{?dns} ipv6hint=2001:db8::1,::"),
        ("_443._tcp", "TLSA", &tlsa),
        ("text", "TXT", "\"a;b\" \"quote\\\" slash\\\\ byte\\200 ü\""),
        ("long", "TXT", &long),
        ("none", "TXT", "\"\""),
    ];
    let every = zone("every.test", &records);
    dns.apply(&every).unwrap();
    dns.apply(&every).unwrap();
    for (name, kind, said) in [
        ("every.test", "NS", "ns1.host.test."),
        ("a.every.test", "AAAA", "2001:db8::1"),
        ("afs.every.test", "AFSDB", "1 afs.every.test."),
        ("alias.every.test", "CNAME", "every.test."),
        ("null.every.test", "MX", "0 ."),
        ("place.every.test", "LOC", "41 51 54.305 N 87 36 47.950 W 178.00m 1m 10000m 10m"),
        ("place.every.test", "LOC", "1 0 0.000 S 2 3 0.000 E -5.50m 1m 2m 3m"),
        ("_sip._tcp.every.test", "SRV", "1 2 443 www.every.test."),
        (
            "svc.every.test",
            "SVCB",
            "16 svc.every.test. mandatory=alpn,port alpn=\"dot\" no-default-alpn port=53 ech=AAEC key667=\"hello\\210qoo\"",
        ),
        (
            "svc2.every.test",
            "SVCB",
            "1 . alpn=\"http/1.1\" ipv6hint=2001:db8::1,:: key7=\"/dns-query{?dns}\"",
        ),
        ("text.every.test", "TXT", "\"a;b\" \"quote\\\" slash\\\\ byte\\200 \\195\\188\""),
        ("none.every.test", "TXT", "\"\""),
        ("who.every.test", "RP", "first\\.last.mail.test. ."),
        ("a6.every.test", "A6", "64 ::1 net.every.test."),
    ] {
        let found = short(&machine, name, kind);
        assert!(found.iter().any(|line| line == said), "{name} {kind}: {found:?}, not {said}");
    }
    let moved = dig(&machine, &["+noall", "+answer", "x.moved.every.test", "A"]);
    assert!(moved.contains("CNAME\tx.other.test."), "{moved}");
    for (owner, kind, _) in &records {
        let name = api::zone::absolute_owner(owner, every.name());
        let said = dig(&machine, &["+noall", "+answer", "+authority", &name, kind]);
        assert!(said.contains(kind), "{name} {kind}: {said}");
    }
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn parts_are_edited_where_the_serial_fits() {
    let machine = Machine::start(&[Service::PowerDns]);
    let dns = server(&machine);
    let shop = zone(
        "shop.test",
        &[("", "NS", "ns1.shop.test."), ("a", "A", "192.0.2.1"), ("b", "A", "192.0.2.2")],
    );
    let mut start = shop.soa.clone();
    start.serial += 1;
    let mut line = shop.lines[1].clone();
    line.name = "c".to_owned();
    let part = ZonePart { before: shop.soa.serial, start, lines: vec![line], gone: vec![2] };
    assert!(!dns.edit(&part).unwrap(), "there is no such zone");
    dns.apply(&shop).unwrap();
    let early = ZonePart { before: part.before - 1, ..part.clone() };
    assert!(!dns.edit(&early).unwrap());
    assert!(!server(&machine).edit(&part).unwrap(), "that one does not know the places");
    dns.apply(&shop).unwrap();
    assert!(dns.edit(&part).unwrap());
    for (name, said) in [("a", vec![]), ("b", vec![]), ("c", vec!["192.0.2.1"])] {
        assert_eq!(short(&machine, &format!("{name}.shop.test"), "A"), said);
    }
    assert!(short(&machine, "shop.test", "SOA")[0].contains(" 2026010102 "));
    assert!(!dns.edit(&part).unwrap(), "it is done");
}

fn key(zone: &str, id: u32, kind: KeyKind, algorithm: KeyAlgorithm, active: bool) -> ZoneKey {
    let pair = LocalKeys.generate(algorithm, algorithm.usual_bits()).unwrap();
    ZoneKey {
        zone: zone.parse().unwrap(),
        id,
        kind,
        algorithm: algorithm.number(),
        bits: pair.bits,
        public: STANDARD.encode(&pair.public),
        private: pair.private,
        active: active.into(),
        created: UnixTime(0),
    }
}

fn signing(zone: &str, keys: Vec<ZoneKey>) -> Signing {
    let denial = ZoneSigning {
        zone: zone.parse().unwrap(),
        nsec3: false.into(),
        iterations: 0,
        salt: String::new(),
        narrow: false.into(),
        opt_out: false.into(),
        last_key: 2,
    };
    Signing { denial, keys }
}

/// Whether `delv` finds the answer signed, from these keys on.
fn is_validated(machine: &Machine, keys: &[ZoneKey], name: &str, kind: &str) -> bool {
    let anchor = machine.folder.path().join("anchor");
    let lines = keys.iter().map(|key| {
        let (zone, flags) = (&key.zone, key.kind.flags());
        format!("\"{zone}.\" static-key {flags} 3 {} \"{}\";", key.algorithm, key.public)
    });
    let text = format!("trust-anchors {{ {} }};\n", lines.collect::<Vec<_>>().join(" "));
    std::fs::write(&anchor, text).unwrap();
    let (port, zone) = (machine.layout.ports.dns.to_string(), format!("+root={}", keys[0].zone));
    let mut delv = Command::new("/usr/bin/delv");
    delv.args(["@127.0.0.1", "-p", &port, "-a"]).arg(&anchor).args([&zone, name, kind]);
    let said = delv.output().unwrap();
    let said = String::from_utf8_lossy(&[said.stdout, said.stderr].concat()).into_owned();

    said.contains("; fully validated") || said.contains("; negative response, fully validated")
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn zones_are_signed_with_our_keys() {
    let machine = Machine::start(&[Service::PowerDns]);
    let dns = server(&machine);
    let mut shop = zone(
        "shop.test",
        &[("", "NS", "ns1.shop.test."), ("www", "A", "192.0.2.1"), ("x.y", "A", "192.0.2.1")],
    );
    dns.apply(&shop).unwrap();
    // The server keeps that there is nothing.
    assert!(!dig(&machine, &["+dnssec", "no.shop.test", "A"]).contains("RRSIG"));
    let all = [
        (KeyAlgorithm::EcdsaP256, KeyKind::Combined),
        (KeyAlgorithm::Ed25519, KeyKind::Combined),
        (KeyAlgorithm::EcdsaP384, KeyKind::KeySigning),
        (KeyAlgorithm::RsaSha256, KeyKind::KeySigning),
    ];
    for (number, (algorithm, kind)) in (1..).zip(all) {
        shop.soa.serial += 1;
        let mut keys = vec![key("shop.test", number * 2, kind, algorithm, true)];
        if kind == KeyKind::KeySigning {
            keys.push(key("shop.test", number * 2 + 1, KeyKind::ZoneSigning, algorithm, true));
        }
        shop.signing = Some(signing("shop.test", keys.clone()));
        dns.apply(&shop).unwrap();
        for (name, kind) in [
            ("shop.test", "SOA"),
            ("www.shop.test", "A"),
            ("no.shop.test", "A"),
            ("www.shop.test", "TXT"),
            ("y.shop.test", "A"),
            ("shop.test", "CDS"),
        ] {
            assert!(is_validated(&machine, &keys[..1], name, kind), "{algorithm:?} {name} {kind}");
        }
        let said = short(&machine, "shop.test", "DNSKEY").concat().replace(' ', "");
        assert_eq!(short(&machine, "shop.test", "DNSKEY").len(), keys.len());
        assert!(keys.iter().all(|key| said.contains(&key.public)));
        let tag = keys[0].tag().to_string();
        assert!(short(&machine, "shop.test", "CDS")[0].starts_with(&tag));
    }
    assert!(short(&machine, "shop.test", "SOA")[0].contains(" 2026010105 "), "the serial is ours");

    // Another proof of absence, and a key that is published before it signs.
    let signing = shop.signing.as_mut().unwrap();
    let anchor = signing.keys[..1].to_vec();
    signing.keys.push(key("shop.test", 20, KeyKind::Combined, KeyAlgorithm::Ed25519, false));
    signing.denial.nsec3 = true.into();
    signing.denial.salt = "ab12".to_owned();
    dns.apply(&shop).unwrap();
    assert_eq!(short(&machine, "shop.test", "NSEC3PARAM"), ["1 0 0 AB12"]);
    assert_eq!(short(&machine, "shop.test", "DNSKEY").len(), 3);
    assert_eq!(short(&machine, "shop.test", "CDS").len(), 1);
    assert!(is_validated(&machine, &anchor, "no.shop.test", "A"));
    shop.signing.as_mut().unwrap().denial.narrow = true.into();
    dns.apply(&shop).unwrap();
    assert!(is_validated(&machine, &anchor, "no.shop.test", "A"));

    shop.signing = None;
    dns.apply(&shop).unwrap();
    assert!(!dig(&machine, &["+dnssec", "www.shop.test", "A"]).contains("RRSIG"));
    for kind in ["DNSKEY", "CDS", "CDNSKEY", "NSEC3PARAM"] {
        assert!(short(&machine, "shop.test", kind).is_empty(), "{kind}");
    }
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn a_zone_may_have_ten_thousand_records() {
    let machine = Machine::start(&[Service::PowerDns]);
    let dns = server(&machine);
    let names: Vec<String> = (0..10_000).map(|number| format!("host-{number}")).collect();
    let mut records = vec![("", "NS", "ns1.big.test.")];
    records.extend(names.iter().skip(1).map(|name| (name.as_str(), "A", "192.0.2.1")));
    let mut big = zone("big.test", &records);
    let begun = Instant::now();
    let timed = |what: &str, limit: u64| {
        let took = begun.elapsed();
        assert!(took < Duration::from_secs(limit), "{what} took {took:?}");
    };
    dns.apply(&big).unwrap();
    timed("the zone", 5);
    assert_eq!(short(&machine, "host-9999.big.test", "A"), ["192.0.2.1"]);
    let mut start = big.soa.clone();
    start.serial += 1;
    let mut line = big.lines[1].clone();
    line.value = "192.0.2.2".to_owned();
    let part = ZonePart { before: big.soa.serial, start, lines: vec![line], gone: Vec::new() };
    assert!(dns.edit(&part).unwrap());
    timed("an edit after it", 6);
    assert_eq!(short(&machine, "host-1.big.test", "A"), ["192.0.2.2"]);
    big.soa.serial += 2;
    let keys = vec![key("big.test", 1, KeyKind::Combined, KeyAlgorithm::EcdsaP256, true)];
    big.signing = Some(signing("big.test", keys.clone()));
    dns.apply(&big).unwrap();
    timed("signing after that", 12);
    assert!(is_validated(&machine, &keys, "host-9999.big.test", "A"));
    assert_eq!(short(&machine, "host-1.big.test", "A"), ["192.0.2.1"]);
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn a_server_that_is_down_or_hangs_is_told_in_time() {
    let machine = Machine::start(&[Service::PowerDns]);
    let dns = server(&machine);
    let shop = zone("shop.test", &[("", "NS", "ns1.shop.test.")]);
    dns.apply(&shop).unwrap();
    machine.call(&Verb::Stop(Service::PowerDns));
    let begun = Instant::now();
    let error = dns.apply(&shop).unwrap_err();
    assert!(begun.elapsed() < Duration::from_secs(3));
    assert_eq!(error.kind(), Kind::Unavailable);
    assert!(error.to_string().contains("PowerDNS"), "{error}");

    // Something that takes connections and never answers.
    let silent = std::net::TcpListener::bind(("127.0.0.1", machine.layout.ports.dns_api)).unwrap();
    let begun = Instant::now();
    assert_eq!(dns.list().unwrap_err().kind(), Kind::Unavailable);
    assert!(begun.elapsed() < Duration::from_secs(12), "{:?}", begun.elapsed());
    drop(silent);

    machine.call(&Verb::Start(Service::PowerDns));
    dns.apply(&shop).unwrap();
    assert_eq!(dns.list().unwrap(), [shop.name().clone()]);
    let wrong = zone(
        "wrong.test",
        &[("", "NS", "ns1.wrong.test."), ("x", "CNAME", "a.test."), ("x", "A", "192.0.2.1")],
    );
    let error = dns.apply(&wrong).unwrap_err();
    assert!(error.to_string().contains("x.wrong.test."), "{error}");
    assert_eq!(dns.list().unwrap(), [shop.name().clone()], "nothing is half made");
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn a_silent_server_is_filled_and_answers_once_it_is_told_to() {
    let machine = Machine::start(&[Service::PowerDns]);
    let dns = server(&machine);
    assert!(dns.serves().unwrap());
    for _ in 0..2 {
        dns.set_serving(false).unwrap();
        assert!(!dns.serves().unwrap());
    }
    let shop = zone("shop.test", &[("", "NS", "ns1.shop.test."), ("www", "A", "192.0.2.1")]);
    dns.apply(&shop).unwrap();
    assert_eq!(dns.list().unwrap(), [shop.name().clone()]);
    assert!(!dig(&machine, &["www.shop.test", "A"]).contains("NOERROR"));
    for _ in 0..2 {
        dns.set_serving(true).unwrap();
        assert!(dns.serves().unwrap());
        assert_eq!(short(&machine, "www.shop.test", "A"), ["192.0.2.1"]);
    }
    machine.call(&Verb::Stop(Service::PowerDns));
    assert!(!dns.serves().unwrap());
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn eight_threads_may_write_at_once() {
    let machine = Machine::start(&[Service::PowerDns]);
    // Two servers, as two processes would have: they do not know of each other.
    let servers = [server(&machine), server(&machine)];
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let dns = &servers[thread % 2];
            scope.spawn(move || {
                for number in 0..10 {
                    let name = format!("z{thread}-{number}.test");
                    let mut zone =
                        zone(&name, &[("", "NS", "ns1.host.test."), ("www", "A", "192.0.2.1")]);
                    dns.apply(&zone).unwrap();
                    zone.soa.serial += 1;
                    zone.lines[1].value = "192.0.2.2".to_owned();
                    dns.apply(&zone).unwrap();
                    if number % 2 == 1 {
                        dns.withdraw(zone.name()).unwrap();
                    }
                }
            });
        }
    });
    assert_eq!(servers[0].list().unwrap().len(), 40);
    assert_eq!(short(&machine, "www.z7-8.test", "A"), ["192.0.2.2"]);
}
