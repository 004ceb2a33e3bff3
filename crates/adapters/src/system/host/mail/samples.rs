//! Domains and mailboxes for tests.

use api::{
    EmailAddress, Limit, UnixTime,
    mail::{MailDomain, MailOwner},
    records::{MailDomainRecord, MailboxRecord, Outgoing, Routing, Signing},
};

/// A mailbox of `a.test`.
pub(super) fn mailbox(local: &str) -> MailboxRecord {
    let address: EmailAddress = format!("{local}@a.test").parse().unwrap();
    MailboxRecord {
        domain: address.domain().unwrap(),
        address,
        account: "amy".parse().unwrap(),
        password: "$6$x$y".to_owned(),
        generation: 1,
        must_change: false.into(),
        changed: UnixTime(0),
        quota: Limit::UNLIMITED,
        incoming_suspended: false.into(),
        login_suspended: false.into(),
        outgoing: Outgoing::Allowed,
        makes_folders: false.into(),
    }
}

/// The domain `a.test` with those mailboxes.
pub(super) fn domain(mailboxes: Vec<MailboxRecord>) -> MailDomain {
    MailDomain {
        record: MailDomainRecord {
            domain: "a.test".parse().unwrap(),
            account: "amy".parse().unwrap(),
            formerly: None,
            routing: Routing::Local,
            catch_all: String::new(),
            forwards_to: None,
            relay_host: String::new(),
            signing: Signing::Off,
            private_key: String::new(),
            public_key: String::new(),
        },
        owner: MailOwner { uid: 5001, gid: 5001 },
        suspended: false,
        outgoing: Outgoing::Allowed,
        hourly: Limit::UNLIMITED,
        spam_filter: false,
        spam_box: false,
        mailboxes,
        forwarders: Vec::new(),
        autoresponders: Vec::new(),
        filters: Vec::new(),
        lists: Vec::new(),
        spam: Vec::new(),
        signing_key: None,
    }
}
