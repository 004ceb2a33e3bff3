//! What every implementation of the mail server does.

use api::{
    Account, EmailAddress, Limit, Secret, UnixTime,
    mail::{MailDomain, MailOwner},
    ports::{Mail, Outcome, OutgoingMessage, Sender},
    records::{Forwarder, MailDomainRecord, MailFilter, MailboxRecord, Outgoing, Routing, Signing},
};

use crate::subjects::{domain, user};

pub(crate) fn mailbox(address: &str, outgoing: Outgoing) -> MailboxRecord {
    let address: EmailAddress = address.parse().unwrap();
    MailboxRecord {
        domain: address.domain().unwrap(),
        address,
        account: user("alice"),
        password: "!".to_owned(),
        generation: 1,
        must_change: false.into(),
        changed: UnixTime(0),
        quota: Limit::UNLIMITED,
        incoming_suspended: false.into(),
        login_suspended: false.into(),
        outgoing,
        makes_folders: true.into(),
    }
}

pub(crate) fn taken(name: &str, mailboxes: Vec<MailboxRecord>) -> MailDomain {
    MailDomain {
        record: MailDomainRecord {
            domain: domain(name),
            account: user("alice"),
            formerly: None,
            routing: Routing::Local,
            catch_all: ":fail: No such person".to_owned(),
            forwards_to: None,
            relay_host: String::new(),
            signing: Signing::On,
            private_key: "sealed".to_owned(),
            public_key: "public".to_owned(),
        },
        owner: MailOwner { uid: 5001, gid: 5001 },
        suspended: false,
        outgoing: Outgoing::Allowed,
        hourly: Limit::of(5),
        spam_filter: true,
        spam_box: false,
        mailboxes,
        forwarders: vec![Forwarder {
            address: format!("sales@{name}").parse().unwrap(),
            destination: format!("info@{name}"),
            domain: domain(name),
            account: user("alice"),
        }],
        autoresponders: Vec::new(),
        filters: vec![MailFilter {
            owner: format!("info@{name}"),
            name: "spam".to_owned(),
            account: user("alice"),
            place: 1,
            enabled: true.into(),
            conditions: r#"[{"part":"$message_body","match":"contains","val":"buy","opt":"and"}]"#
                .to_owned(),
            acts: r#"[{"action":"save","dest":"/dev/null"}]"#.to_owned(),
        }],
        lists: Vec::new(),
        spam: Vec::new(),
        signing_key: Some(Secret::new("-----BEGIN".to_owned())),
    }
}

fn message(from: &str, to: &str, body: &str, at: i64) -> OutgoingMessage {
    OutgoingMessage {
        account: user("alice"),
        sender: from.parse().unwrap(),
        recipient: to.parse().unwrap(),
        text: format!("From: {from}\nSubject: x\n\n{body}"),
        at: UnixTime(at),
    }
}

/// Runs on a port without domains, on which `alice` has a home.
pub(crate) fn suite(port: &dyn Mail, alice: &Account) {
    let info: EmailAddress = "info@a.test".parse().unwrap();
    port.apply(&taken("a.test", vec![mailbox("info@a.test", Outgoing::Allowed)])).unwrap();
    assert_eq!(port.list().unwrap(), [domain("a.test")]);
    for _ in 0..2 {
        port.make_folder(alice.name(), &info).unwrap();
    }
    assert_eq!(port.usage(alice, Some(&info)).unwrap().messages, 0);
    delivers(port, alice, &info);
    waits(port, &info);
    limits(port);
    for _ in 0..2 {
        port.remove_folder(alice.name(), &info).unwrap();
        assert_eq!(port.usage(alice, Some(&info)).unwrap().changed, None);
        port.withdraw(&domain("a.test")).unwrap();
        assert!(port.list().unwrap().is_empty());
    }
}

fn delivers(port: &dyn Mail, alice: &Account, info: &EmailAddress) {
    port.send(&message("x@else.test", "sales@a.test", "hello", 10)).unwrap();
    port.send(&message("x@else.test", "info@a.test", "buy now", 20)).unwrap();
    port.send(&message("x@else.test", "nobody@a.test", "hello", 30)).unwrap();
    let usage = port.usage(alice, Some(info)).unwrap();
    assert_eq!(usage.messages, 1);
    let folders = port.folders(alice, Some(info)).unwrap();
    assert_eq!((folders[0].name.as_str(), folders[0].messages), ("INBOX", 1));
    assert_eq!(folders[0].bytes, usage.bytes);
    let found = port.browse(alice, "a.test").unwrap().unwrap();
    assert_eq!((found[0].name.as_str(), found[0].is_mailbox), ("info", true));
    assert!(port.browse(alice, "../..").unwrap().is_none());
    assert!(port.browse(alice, "..").unwrap().is_none(), "the home is more than the mail");
    let told = port.log(alice.name(), UnixTime(0)).unwrap();
    let told: Vec<_> = told.iter().map(|one| one.outcome).collect();
    assert_eq!(told, [Outcome::Failed, Outcome::Discarded, Outcome::Delivered]);
    assert_eq!(port.expunge(alice, Some(info), "INBOX", &|one| one.bytes > 9999).unwrap(), 0);
    assert_eq!(port.expunge(alice, Some(info), "INBOX", &|_| true).unwrap(), 1);
    assert_eq!(port.usage(alice, Some(info)).unwrap().messages, 0);
}

fn waits(port: &dyn Mail, info: &EmailAddress) {
    port.apply(&taken("a.test", vec![mailbox("info@a.test", Outgoing::Held)])).unwrap();
    port.send(&message("info@a.test", "x@else.test", "hello", 10_000)).unwrap();
    let queue = port.queue(&Sender::Mailbox(info)).unwrap();
    assert_eq!((queue.len(), queue[0].held), (1, true));
    port.apply(&taken("a.test", vec![mailbox("info@a.test", Outgoing::Allowed)])).unwrap();
    assert!(!port.queue(&Sender::Account(&user("alice"))).unwrap()[0].held, "it is released");
    assert_eq!(port.delete_held(info).unwrap(), 0);
    port.apply(&taken("a.test", vec![mailbox("info@a.test", Outgoing::Held)])).unwrap();
    assert_eq!(port.delete_held(info).unwrap(), 1);
    port.apply(&taken("a.test", vec![mailbox("info@a.test", Outgoing::Suspended)])).unwrap();
    port.send(&message("info@a.test", "x@else.test", "hello", 20_000)).unwrap();
    assert!(port.queue(&Sender::Mailbox(info)).unwrap().is_empty());
    assert_eq!(port.log(&user("alice"), UnixTime(20_000)).unwrap()[0].outcome, Outcome::Failed);
}

/// Of six mails in an hour one is too many.
fn limits(port: &dyn Mail) {
    port.apply(&taken("a.test", vec![mailbox("info@a.test", Outgoing::Allowed)])).unwrap();
    for second in 0..6 {
        port.send(&message("info@a.test", "x@else.test", "hello", 50_000 + second)).unwrap();
    }
    let told = port.log(&user("alice"), UnixTime(50_000)).unwrap();
    let failed = told.iter().filter(|one| one.outcome == Outcome::Failed).count();
    assert_eq!((told.len(), failed), (6, 1));
}
