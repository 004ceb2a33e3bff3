//! Where a zone ends: names that are not there, zones below, zones that are not served.

use super::*;

#[tokio::test]
async fn what_is_not_there_is_denied() {
    let server = start().await;
    assert_denied(&server.ask("example.test.", RecordType::AAAA).await, ResponseCode::NoError);
    assert_denied(&server.ask("none.example.test.", RecordType::A).await, ResponseCode::NXDomain);
    assert_denied(&server.ask("a.mx.example.test.", RecordType::A).await, ResponseCode::NXDomain);
    // A name that has only names below it exists.
    assert_denied(&server.ask("deep.example.test.", RecordType::A).await, ResponseCode::NoError);
    assert_denied(&server.ask("_tcp.example.test.", RecordType::ANY).await, ResponseCode::NoError);
}

#[tokio::test]
async fn a_zone_below_is_referred_to() {
    let server = start().await;
    for name in ["sub.example.test.", "a.b.sub.example.test.", "ns.sub.example.test."] {
        let answer = server.ask(name, RecordType::A).await;
        assert_eq!(code(&answer), ResponseCode::NoError);
        assert!(!answer.metadata.authoritative);
        assert!(answer.answers.is_empty());
        assert_eq!(lines(&answer.authorities), ["sub.example.test. NS ns.sub.example.test."]);
        assert_eq!(lines(&answer.additionals), ["ns.sub.example.test. A 192.0.2.5"]);
    }
    assert_denied(&server.ask("sub.example.test.", RecordType::DS).await, ResponseCode::NoError);
    let answer = server.ask("lower.example.test.", RecordType::A).await;
    assert!(answer.metadata.authoritative);
    assert_eq!((answer.answers.len(), answer.authorities.len()), (1, 1));
}

#[tokio::test]
async fn the_lowest_zone_answers() {
    let server = start().await;
    server.zones.put(zone("sub.example.test", &[("", "NS", "ns"), ("", "A", "192.0.2.77")]));
    let answer = server.ask("sub.example.test.", RecordType::A).await;
    assert!(answer.metadata.authoritative);
    assert_eq!(lines(&answer.answers), ["sub.example.test. A 192.0.2.77"]);
    // The key of the zone is the business of the one above.
    assert_denied(&server.ask("sub.example.test.", RecordType::DS).await, ResponseCode::NoError);
}

#[tokio::test]
async fn a_changed_zone_is_served_at_once() {
    let server = start().await;
    assert_eq!(code(&server.ask("new.example.test.", RecordType::A).await), ResponseCode::NXDomain);
    server.zones.put(zone("example.test", &[("", "NS", "ns"), ("new", "A", "192.0.2.8")]));
    let answer = server.ask("new.example.test.", RecordType::A).await;
    assert_eq!(lines(&answer.answers), ["new.example.test. A 192.0.2.8"]);
    server.zones.zones.lock().unwrap().clear();
    assert_eq!(code(&server.ask("new.example.test.", RecordType::A).await), ResponseCode::Refused);
}

#[tokio::test]
async fn what_is_not_ours_to_answer_is_refused() {
    let server = start().await;
    for (name, kind) in [
        ("other.test.", RecordType::A),
        ("xexample.test.", RecordType::A),
        ("test.", RecordType::A),
        (".", RecordType::NS),
        ("example.test.", RecordType::AXFR),
        ("example.test.", RecordType::IXFR),
    ] {
        let answer = server.ask(name, kind).await;
        assert_eq!(code(&answer), ResponseCode::Refused, "{name} {kind}");
        assert!(
            !answer.metadata.authoritative
                && answer.answers.is_empty()
                && answer.authorities.is_empty()
        );
    }
    let answer = server.send_by_tcp(&question("example.test.", RecordType::AXFR)).await;
    assert_eq!((code(&answer), answer.answers.len()), (ResponseCode::Refused, 0));
    let mut chaos = question("example.test.", RecordType::TXT);
    chaos.queries[0].set_query_class(DNSClass::CH);
    assert_eq!(code(&server.send(&chaos).await), ResponseCode::Refused);
}
