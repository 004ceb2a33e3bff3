//! Signed zones, judged by BIND's validating resolver, which knows no more than their keys.

use std::io::Write as _;

use api::{
    ports::ZoneKeys as _,
    records::{KeyKind, ZoneKey, ZoneSigning},
    zone::{KeyAlgorithm, Signing, Zone},
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use hickory_proto::{
    op::{Edns, Message, ResponseCode},
    rr::RecordType,
};

use super::{
    signed::Signed,
    tests::{Running, question, start_with, zone},
};
use crate::system::LocalKeys;

const LINES: &[(&str, &str, &str)] = &[
    ("", "NS", "NS1.Example.test."),
    ("", "NS", "ns2.host.test."),
    ("", "A", "192.0.2.1"),
    ("", "MX", "10 b.Long.example.test."),
    ("", "MX", "10 a.example.test."),
    ("", "TXT", "\"v=spf1 -all\""),
    ("", "CAA", "0 issue \"ca.test\""),
    ("ns1", "A", "192.0.2.53"),
    ("www", "CNAME", "@"),
    ("far", "CNAME", "host.test."),
    ("x.y.deep", "TXT", "\"below names without records\""),
    ("*.wild", "A", "192.0.2.9"),
    ("*.wild", "TXT", "\"w\""),
    ("here.wild", "AAAA", "2001:db8::1"),
    ("_sip._tcp", "SRV", "1 2 5060 NS1"),
    ("_443._tcp", "TLSA", "3 1 1 00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"),
    ("svc", "SVCB", "1 Svc.host.test. alpn=dot port=853"),
    ("svc", "HTTPS", "1 . alpn=h2"),
    ("svc", "NAPTR", "100 10 \"u\" \"E2U+sip\" \"!^.*$!sip:a@example.test!\" ."),
    ("svc", "RP", "Admin.Example.test. ."),
    ("svc", "AFSDB", "1 Afs.Example.test."),
    ("svc", "SSHFP", "4 2 00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"),
    ("svc", "LOC", "52 22 23.000 N 4 53 32.000 E -2.00m 0.00m 10000.00m 10.00m"),
    ("svc", "HINFO", "\"PC\" \"Linux\""),
    ("old", "DNAME", "New.example.test."),
    ("a.new", "A", "192.0.2.8"),
    ("plain", "NS", "ns.plain"),
    ("ns.plain", "A", "192.0.2.5"),
    ("safe", "NS", "ns1.host.test."),
    ("safe", "DS", "12345 13 2 00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"),
];

/// What is asked, and what the validator must say of the answer.
const QUESTIONS: &[(&str, &str, &str)] = &[
    ("example.test", "SOA", "fully validated"),
    ("example.test", "NS", "fully validated"),
    ("example.test", "MX", "fully validated"),
    ("example.test", "DNSKEY", "fully validated"),
    ("example.test", "CDS", "fully validated"),
    ("example.test", "CDNSKEY", "fully validated"),
    ("example.test", "CAA", "fully validated"),
    ("EXAMPLE.test", "AAAA", "negative response, fully validated"),
    ("www.example.test", "A", "fully validated"),
    ("x.y.deep.example.test", "TXT", "fully validated"),
    ("y.deep.example.test", "A", "negative response, fully validated"),
    ("none.example.test", "A", "negative response, fully validated"),
    ("a.b.c.none.example.test", "A", "negative response, fully validated"),
    ("zz.example.test", "TXT", "negative response, fully validated"),
    ("a.wild.example.test", "A", "fully validated"),
    ("b.a.wild.example.test", "TXT", "fully validated"),
    ("a.wild.example.test", "MX", "negative response, fully validated"),
    ("here.wild.example.test", "A", "negative response, fully validated"),
    ("*.wild.example.test", "A", "fully validated"),
    ("_sip._tcp.example.test", "SRV", "fully validated"),
    ("_443._tcp.example.test", "TLSA", "fully validated"),
    ("svc.example.test", "SVCB", "fully validated"),
    ("svc.example.test", "HTTPS", "fully validated"),
    ("svc.example.test", "NAPTR", "fully validated"),
    ("svc.example.test", "RP", "fully validated"),
    ("svc.example.test", "AFSDB", "fully validated"),
    ("svc.example.test", "SSHFP", "fully validated"),
    ("svc.example.test", "LOC", "fully validated"),
    ("svc.example.test", "HINFO", "fully validated"),
    ("old.example.test", "DNAME", "fully validated"),
    ("a.old.example.test", "A", "fully validated"),
    ("safe.example.test", "DS", "fully validated"),
    ("plain.example.test", "DS", "negative response, fully validated"),
];

/// A zone of all kinds of names, signed by these keys.
fn signed(keys: &[(KeyKind, KeyAlgorithm)], denial: impl FnOnce(&mut ZoneSigning)) -> Zone {
    let mut zone = zone("example.test", LINES);
    let key = |(id, (kind, algorithm)): (u32, &(KeyKind, KeyAlgorithm))| {
        let pair = LocalKeys.generate(*algorithm, algorithm.usual_bits()).unwrap();
        ZoneKey {
            zone: "example.test".parse().unwrap(),
            id,
            kind: *kind,
            algorithm: algorithm.number(),
            bits: pair.bits,
            public: STANDARD.encode(&pair.public),
            private: pair.private,
            active: true.into(),
            created: api::UnixTime(0),
        }
    };
    let mut how = ZoneSigning {
        zone: "example.test".parse().unwrap(),
        nsec3: false.into(),
        iterations: 0,
        salt: String::new(),
        narrow: false.into(),
        opt_out: false.into(),
        last_key: 2,
    };
    denial(&mut how);
    zone.signing = Some(Signing { denial: how, keys: (1..).zip(keys).map(key).collect() });
    zone
}

/// A server of the zone, and its keys as a validator's anchors.
async fn serving(zone: Zone) -> (Running, tempfile::NamedTempFile) {
    let mut anchors = tempfile::NamedTempFile::new().unwrap();
    writeln!(anchors, "trust-anchors {{").unwrap();
    let keys = zone.signing.iter().flat_map(|signing| &signing.keys);
    for key in keys.filter(|key| key.kind != KeyKind::ZoneSigning) {
        let (algorithm, public) = (key.algorithm, &key.public);
        writeln!(anchors, "example.test. static-key 257 3 {algorithm} \"{public}\";").unwrap();
    }
    writeln!(anchors, "}};").unwrap();
    (start_with(zone).await, anchors)
}

/// Runs one of BIND's clients on the server. Needs Debian's package `bind9-dnsutils`; the test
/// command sees to that.
async fn run(server: &Running, program: &'static str, args: &[&str]) -> String {
    let (address, port) = ("@127.0.0.1".to_owned(), server.udp.port().to_string());
    let mut command = std::process::Command::new(program);
    command.args([&address, "-p", &port]).args(args);
    let output = tokio::task::spawn_blocking(move || command.output()).await.unwrap();
    let output = output.unwrap_or_else(|_| panic!("{program}, of Debian's `bind9-dnsutils`"));
    let (said, told) = (output.stdout, output.stderr);
    format!("{}{}", String::from_utf8_lossy(&said), String::from_utf8_lossy(&told))
}

async fn validates_all(zone: Zone) {
    let (server, anchors) = serving(zone).await;
    let file = anchors.path().to_str().unwrap();
    for (name, kind, expected) in QUESTIONS {
        let args = ["-a", file, "+root=example.test", name, kind];
        let said = run(&server, "delv", &args).await;
        assert!(said.contains(&format!("; {expected}")), "{name} {kind}: {said}");
    }
    let args = ["-a", file, "+root=example.test", "far.example.test", "A"];
    let said = run(&server, "delv", &args).await;
    assert!(said.contains("; fully validated") || said.contains("REFUSED"), "{said}");
}

const COMBINED: &[(KeyKind, KeyAlgorithm)] = &[(KeyKind::Combined, KeyAlgorithm::EcdsaP256)];

#[tokio::test]
async fn a_validator_accepts_nsec() {
    validates_all(signed(COMBINED, |_| ())).await;
}

#[tokio::test]
async fn a_validator_accepts_nsec3() {
    validates_all(signed(COMBINED, |how| {
        how.nsec3 = true.into();
        how.iterations = 5;
        how.salt = "aabbccdd".to_owned();
    }))
    .await;
}

#[tokio::test]
async fn a_validator_accepts_nsec3_that_tells_no_names() {
    validates_all(signed(COMBINED, |how| {
        how.nsec3 = true.into();
        how.narrow = true.into();
    }))
    .await;
}

#[tokio::test]
async fn a_validator_accepts_every_algorithm_and_setup() {
    let (signs_keys, signs_zone) = (KeyKind::KeySigning, KeyKind::ZoneSigning);
    for algorithm in KeyAlgorithm::ALL {
        let zone = signed(&[(signs_keys, *algorithm), (signs_zone, *algorithm)], |_| ());
        let (server, anchors) = serving(zone).await;
        for (name, kind) in [("example.test", "DNSKEY"), ("www.example.test", "A")] {
            let file = anchors.path().to_str().unwrap();
            let args = ["-a", file, "+root=example.test", name, kind];
            let said = run(&server, "delv", &args).await;
            assert!(said.contains("; fully validated"), "{algorithm:?}: {said}");
        }
    }
    let lonely = signed(&[(signs_keys, KeyAlgorithm::EcdsaP256)], |_| ());
    validates_all(lonely).await;
}

#[tokio::test]
async fn a_validator_refuses_another_key() {
    let (server, _) = serving(signed(COMBINED, |_| ())).await;
    let (_, strange) = serving(signed(COMBINED, |_| ())).await;
    let file = strange.path().to_str().unwrap();
    let args = ["-a", file, "+root=example.test", "example.test", "A"];
    let said = run(&server, "delv", &args).await;
    assert!(!said.contains("; fully validated"), "{said}");
}

fn wants_signatures(name: &str, kind: RecordType) -> Message {
    let mut message = question(name, kind);
    let mut edns = Edns::new();
    edns.set_max_payload(1232).set_version(0).set_dnssec_ok(true);
    message.edns = Some(edns);
    message
}

#[tokio::test]
async fn signatures_come_where_they_are_asked_for() {
    let (server, _) = serving(signed(COMBINED, |_| ())).await;
    let plain = server.send(&question("www.example.test.", RecordType::A)).await;
    assert_eq!((plain.answers.len(), plain.authorities.len()), (2, 0));
    let signed = server.send(&wants_signatures("www.example.test.", RecordType::A)).await;
    assert_eq!(signed.answers.len(), 4);
    let said = run(&server, "dig", &["+dnssec", "+multi", "www.example.test", "A"]).await;
    assert!(said.contains("flags: qr aa") && said.matches("RRSIG").count() == 2, "{said}");
}

#[tokio::test]
async fn a_zone_below_is_referred_to_with_its_keys_or_that_it_has_none() {
    let (server, _) = serving(signed(COMBINED, |_| ())).await;
    for (name, kind) in [("a.safe.example.test.", "DS"), ("a.plain.example.test.", "NSEC")] {
        let answer = server.send(&wants_signatures(name, RecordType::A)).await;
        assert_eq!(answer.metadata.response_code, ResponseCode::NoError);
        assert!(!answer.metadata.authoritative && answer.answers.is_empty());
        let kinds: Vec<String> =
            answer.authorities.iter().map(|record| record.record_type().to_string()).collect();
        assert_eq!(kinds, ["NS", kind, "RRSIG"]);
        // What is below a cut is not the zone's to sign.
        assert!(answer.additionals.iter().all(|one| one.record_type() != RecordType::RRSIG));
    }
}

#[tokio::test]
async fn signatures_are_kept_and_renewed() {
    let zone = signed(COMBINED, |_| ());
    let apex = hickory_proto::rr::Name::from_ascii("example.test.").unwrap();
    let signed = Signed::new(&apex, zone.signing.as_ref().unwrap()).unwrap();
    let record = super::content::Content::new(&zone).unwrap().denial;
    let at = |now: i64| format!("{:?}", signed.signatures(&[&record], now));
    let (first, day) = (at(0), 86_400);
    assert_eq!(at(6 * day), first);
    let second = at(8 * day);
    assert_ne!(second, first, "before half of its time is over, it is another");
    assert_eq!(at(9 * day), second);
    assert_ne!(at(day), second, "a clock that was put back gets one that holds");
}

#[tokio::test]
async fn without_an_active_key_a_zone_is_not_signed() {
    let mut zone = signed(COMBINED, |_| ());
    zone.signing.as_mut().unwrap().keys[0].active = false.into();
    let server = start_with(zone).await;
    let answer = server.send(&wants_signatures("none.example.test.", RecordType::A)).await;
    assert_eq!(answer.authorities.len(), 1);
    let answer = server.send(&wants_signatures("example.test.", RecordType::DNSKEY)).await;
    assert!(answer.answers.is_empty());
}
