//! What a zone holds, as it is told: records, aliases, wildcards, every type.

use super::*;

#[tokio::test]
async fn what_is_there_is_told_with_authority() {
    let server = start().await;
    let answer = server.ask("example.test.", RecordType::A).await;
    assert_eq!(code(&answer), ResponseCode::NoError);
    assert!(answer.metadata.authoritative);
    assert_eq!(lines(&answer.answers), ["example.test. A 192.0.2.1"]);
    assert_eq!(answer.answers[0].ttl, 14400);
    assert_eq!(answer.queries[0].query_type(), RecordType::A);
    let answer = server.ask("example.test.", RecordType::SOA).await;
    let RData::SOA(soa) = &answer.answers[0].data else { panic!("{answer}") };
    assert_eq!((soa.serial, soa.refresh, soa.minimum), (2_026_010_203, 3600, 300));
    assert_eq!(soa.rname.iter().next(), Some(&b"first.last"[..]));
    assert_eq!(answer.answers[0].ttl, 14400);
    let answer = server.ask("example.test.", RecordType::CAA).await;
    let RData::CAA(caa) = &answer.answers[0].data else { panic!("{answer}") };
    assert_eq!(
        (caa.issuer_critical, caa.tag.as_str(), caa.value.as_slice()),
        (true, "issue", &b"ca.test; a=b"[..])
    );
}

#[tokio::test]
async fn the_case_of_the_question_is_kept() {
    let server = start().await;
    let answer = server.ask("wWw.eXample.TEST.", RecordType::A).await;
    assert_eq!(answer.queries[0].name().to_ascii(), "wWw.eXample.TEST.");
    assert_eq!(
        lines(&answer.answers),
        ["wWw.eXample.TEST. CNAME example.test.", "example.test. A 192.0.2.1"]
    );
}

#[tokio::test]
async fn aliases_are_followed_within_the_zone() {
    let server = start().await;
    let answer = server.ask("twice.example.test.", RecordType::A).await;
    assert_eq!(
        lines(&answer.answers),
        [
            "twice.example.test. CNAME www.example.test.",
            "www.example.test. CNAME example.test.",
            "example.test. A 192.0.2.1"
        ]
    );
    let answer = server.ask("twice.example.test.", RecordType::CNAME).await;
    assert_eq!(lines(&answer.answers), ["twice.example.test. CNAME www.example.test."]);
    let answer = server.ask("away.example.test.", RecordType::A).await;
    assert_eq!(lines(&answer.answers), ["away.example.test. CNAME host.test."]);
    assert_eq!((code(&answer), answer.authorities.len()), (ResponseCode::NoError, 0));
    let answer = server.ask("gone.example.test.", RecordType::A).await;
    assert_eq!(lines(&answer.answers), ["gone.example.test. CNAME nowhere.example.test."]);
    assert_denied(&answer, ResponseCode::NXDomain);
    let answer = server.ask("www.example.test.", RecordType::AAAA).await;
    assert_eq!(answer.answers.len(), 1);
    assert_denied(&answer, ResponseCode::NoError);
}

#[tokio::test]
async fn a_circle_of_aliases_ends() {
    let server = start().await;
    let answer = server.ask("loop.example.test.", RecordType::A).await;
    assert_eq!(code(&answer), ResponseCode::NoError);
    assert_eq!(
        lines(&answer.answers),
        [
            "loop.example.test. CNAME pool.example.test.",
            "pool.example.test. CNAME loop.example.test."
        ]
    );
}

#[tokio::test]
async fn hosts_come_with_their_addresses() {
    let server = start().await;
    let answer = server.ask("example.test.", RecordType::MX).await;
    assert_eq!(lines(&answer.answers), ["example.test. MX 0 mx.example.test."]);
    let addresses = ["mx.example.test. A 192.0.2.3", "mx.example.test. AAAA 2001:db8::3"];
    assert_eq!(lines(&answer.additionals), addresses);
    let answer = server.ask("_sip._tcp.example.test.", RecordType::SRV).await;
    assert_eq!(lines(&answer.answers), ["_sip._tcp.example.test. SRV 1 2 5060 mx.example.test."]);
    assert_eq!(lines(&answer.additionals), addresses);
    let answer = server.ask("example.test.", RecordType::NS).await;
    assert_eq!(
        lines(&answer.answers),
        ["example.test. NS ns1.host.test.", "example.test. NS ns2.example.test."]
    );
    assert_eq!(lines(&answer.additionals), ["ns2.example.test. A 192.0.2.2"]);
}

#[tokio::test]
async fn wildcards_stand_for_names_that_are_not_there() {
    let server = start().await;
    for name in ["a.wild.example.test.", "b.a.wild.example.test.", "*.wild.example.test."] {
        let answer = server.ask(name, RecordType::A).await;
        assert_eq!(lines(&answer.answers), [format!("{name} A 192.0.2.9")]);
    }
    assert_denied(
        &server.ask("a.wild.example.test.", RecordType::TXT).await,
        ResponseCode::NoError,
    );
    assert_denied(
        &server.ask("here.wild.example.test.", RecordType::A).await,
        ResponseCode::NoError,
    );
    assert_denied(
        &server.ask("a.here.wild.example.test.", RecordType::A).await,
        ResponseCode::NXDomain,
    );
    assert_denied(&server.ask("wild.example.test.", RecordType::A).await, ResponseCode::NoError);
    let answer = server.ask("x.alias.example.test.", RecordType::A).await;
    assert_eq!(lines(&answer.answers)[0], "x.alias.example.test. CNAME www.example.test.");
    assert_eq!(answer.answers.len(), 3);
}

const DIGEST: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

/// What a record of such a value is answered with: as the resolver's library prints it where that
/// knows the type, else its bytes in Base64.
#[tokio::test]
async fn every_type_is_answered() {
    let (tlsa, sshfp, ds) =
        (format!("3 1 1 {DIGEST}"), format!("4 2 {DIGEST}"), format!("12345 13 2 {DIGEST}"));
    let cases = [
        ("TLSA", tlsa.as_str(), tlsa.as_str()),
        ("SSHFP", &sshfp, &sshfp),
        ("SVCB", "1 svc port=53 alpn=dot", "1 svc.example.test. alpn=dot, port=53"),
        ("HTTPS", "1 . ipv4hint=192.0.2.1", "1 . ipv4hint=192.0.2.1,"),
        (
            "NAPTR",
            "100 10 u E2U+sip !^.*$!sip:a@example.test! .",
            "100 10 \"u\" \"E2U+sip\" \"!^.*$!sip:a@example.test!\" .",
        ),
        ("HINFO", "PC Linux", "PC Linux"),
        ("AFSDB", "1 afs.test.", "AAEDYWZzBHRlc3QA"),
        ("RP", "a\\.b.test. .", "A2EuYgR0ZXN0AAA="),
        ("A6", "64 ::1 n.test.", "QAAAAAAAAAABAW4EdGVzdAA="),
        ("LOC", "0 N 0 E 0m", "ABIWE4AAAACAAAAAAJiWgA=="),
        ("DS", &ds, &ds.to_uppercase()),
    ];
    let server = start().await;
    let made: Vec<_> = cases.iter().map(|(kind, value, _)| ("all", *kind, *value)).collect();
    server.zones.put(zone("types.test", &[&[("", "NS", "ns1.host.test.")], &made[..]].concat()));
    for (kind, _, answered) in cases {
        let number = kind.parse::<api::zone::RecordType>().unwrap().number();
        let answer = server.ask("all.types.test.", RecordType::from(number)).await;
        let [record] = answer.answers.as_slice() else { panic!("{kind}: {answer}") };
        assert_eq!(u16::from(record.record_type()), number);
        assert_eq!(record.data.to_string().replace("types.test", "example.test"), answered);
    }
}

#[tokio::test]
async fn names_below_a_dname_are_elsewhere() {
    let server = start().await;
    let lines_of =
        [("", "NS", "ns1.host.test."), ("old", "DNAME", "new"), ("a.new", "A", "192.0.2.8")];
    server.zones.put(zone("moved.test", &lines_of));
    let answer = server.ask("a.old.moved.test.", RecordType::A).await;
    let [dname, alias, address] = answer.answers.as_slice() else { panic!("{answer}") };
    assert_eq!(
        (dname.name.to_ascii().as_str(), dname.record_type()),
        ("old.moved.test.", RecordType::DNAME)
    );
    assert_eq!(lines(std::slice::from_ref(alias)), ["a.old.moved.test. CNAME a.new.moved.test."]);
    assert_eq!(lines(std::slice::from_ref(address)), ["a.new.moved.test. A 192.0.2.8"]);
    let answer = server.ask("b.old.moved.test.", RecordType::A).await;
    assert_eq!((code(&answer), answer.answers.len()), (ResponseCode::NXDomain, 2));
    let answer = server.ask("old.moved.test.", RecordType::DNAME).await;
    assert_eq!(answer.answers.len(), 1);
}

#[tokio::test]
async fn a_set_has_each_record_once() {
    let server = start().await;
    let twice = [("", "NS", "ns1.host.test."), ("", "A", "192.0.2.1"), ("", "A", "192.0.2.1")];
    server.zones.put(zone("twice.test", &twice));
    assert_eq!(server.ask("twice.test.", RecordType::A).await.answers.len(), 1);
}

#[tokio::test]
async fn all_types_at_once_are_answered_with_one() {
    let server = start().await;
    let answer = server.ask("mx.example.test.", RecordType::ANY).await;
    assert_eq!(lines(&answer.answers), ["mx.example.test. A 192.0.2.3"]);
    let answer = server.ask("www.example.test.", RecordType::ANY).await;
    assert_eq!(lines(&answer.answers), ["www.example.test. CNAME example.test."]);
}
