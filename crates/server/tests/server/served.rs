//! An account's domain is answered for and its site is served from the moment that the call which
//! made it is answered, until the call which removes it is.

use std::fs;

use hickory_proto::{
    op::ResponseCode,
    rr::{RData, RecordType},
};

use crate::{
    support::Innkeeper,
    visitor::{Over, ask, dns_code, site},
};

/// The values of the answer to a question, as zone files write them, in order.
fn values(server: &Innkeeper, over: Over, name: &str, kind: RecordType) -> Vec<String> {
    let answer = ask(server, over, name, kind);
    assert_eq!(answer.metadata.response_code, ResponseCode::NoError, "{name} {kind}: {answer:?}");
    assert!(answer.metadata.authoritative, "{name} {kind}");
    let mut values: Vec<String> =
        answer.answers.iter().map(|record| record.data.to_string()).collect();
    values.sort();
    values
}

/// Puts a page into an account's site.
fn write_page(server: &Innkeeper, user: &str, text: &str) {
    let folder = server.data().join("machine/homes").join(user).join("public_html");
    fs::write(folder.join("index.html"), text).unwrap();
}

#[test]
fn a_new_domain_is_answered_for() {
    let server = Innkeeper::start();
    assert_eq!(dns_code(&server, "anna.test"), ResponseCode::Refused);
    server.account("anna");
    for over in [Over::Udp, Over::Tcp] {
        let values = |name: &str, kind| values(&server, over, name, kind);
        assert_eq!(values("anna.test", RecordType::A), ["127.0.0.1"]);
        assert_eq!(values("www.anna.test", RecordType::A).last().unwrap(), "anna.test.");
        assert_eq!(values("anna.test", RecordType::MX), ["0 anna.test."]);
        let nameservers = values("anna.test", RecordType::NS);
        assert_eq!(nameservers.len(), 2, "{nameservers:?}");
        let texts = values("anna.test", RecordType::TXT);
        assert!(texts.iter().any(|text| text.starts_with("v=spf1 ")), "{texts:?}");
        let answer = ask(&server, over, "anna.test", RecordType::SOA);
        let RData::SOA(soa) = &answer.answers[0].data else { panic!("{answer:?}") };
        assert!(nameservers.contains(&soa.mname.to_string()), "{soa:?}");
        let absent = ask(&server, over, "nobody.anna.test", RecordType::A);
        assert_eq!(absent.metadata.response_code, ResponseCode::NXDomain);
    }
}

#[test]
fn a_site_is_served_by_its_name_until_its_account_is_suspended_or_gone() {
    let mut server = Innkeeper::start();
    for name in ["anna", "bert"] {
        server.account(name);
        write_page(&server, name, &format!("<h1>The page of {name}</h1>"));
    }
    let served = |server: &Innkeeper, name: &str| {
        for host in [format!("{name}.test"), format!("WWW.{name}.test")] {
            let (status, text) = site(server, &host);
            assert_eq!((status, text), (200, format!("<h1>The page of {name}</h1>")), "{host}");
        }
    };
    served(&server, "anna");
    served(&server, "bert");
    assert_eq!(site(&server, "nobody.test").0, 404);

    server.data_of("suspendacct", &[("user", "anna"), ("reason", "unpaid")]);
    let suspended = |server: &Innkeeper| {
        let (status, text) = site(server, "anna.test");
        assert_eq!(status, 403);
        assert!(text.contains("suspended") && !text.contains("unpaid"), "{text}");
    };
    suspended(&server);
    server.start_again();
    suspended(&server);
    served(&server, "bert");
    server.data_of("unsuspendacct", &[("user", "anna")]);
    served(&server, "anna");

    server.data_of("removeacct", &[("username", "anna")]);
    assert_eq!(site(&server, "anna.test").0, 404);
    assert_eq!(dns_code(&server, "anna.test"), ResponseCode::Refused);
    served(&server, "bert");
}

#[test]
fn a_renamed_domain_takes_dns_and_site_with_it() {
    let server = Innkeeper::start();
    server.account("anna");
    write_page(&server, "anna", "here");
    server.data_of("modifyacct", &[("user", "anna"), ("DNS", "moved.test")]);
    assert_eq!(site(&server, "moved.test"), (200, "here".to_owned()));
    assert_eq!(site(&server, "anna.test").0, 404);
    assert_eq!(values(&server, Over::Tcp, "moved.test", RecordType::A), ["127.0.0.1"]);
    assert_eq!(dns_code(&server, "anna.test"), ResponseCode::Refused);

    server.data_of("modifyacct", &[("user", "anna"), ("newuser", "annie")]);
    assert_eq!(site(&server, "moved.test"), (200, "here".to_owned()));
}
