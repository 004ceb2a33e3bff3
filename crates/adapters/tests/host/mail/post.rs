//! A machine with mail: two accounts, `amy` with `a.test` and `bob` with `b.test`, whose mail is handed to
//! a server elsewhere.

use std::{
    path::PathBuf,
    sync::Arc,
    time::{Duration, Instant},
};

use adapters::system::host::{MailLogins, MailServers, UserRecords};
use api::{
    Account, EmailAddress, Limit, Secret, UnixTime,
    mail::{MailDomain, MailOwner},
    ports::{Delivery, Mail, OsLogin, OsUsers, OutgoingMessage},
    records::{Forwarder, MailDomainRecord, MailFilter, MailboxRecord, Outgoing, Routing, Signing},
};
use root::Service;

use super::clients::{Elsewhere, Imap, Smtp};
use crate::{machine::Machine, subjects};

/// The password of all, and its hash.
pub(super) const PASSWORD: &str = "secret-1";
pub(super) const HASH: &str =
    "$y$j9T$F5Jx5fExrKuPp53xLKQ..1$L2buVT9wxMaPF1oM9m7EFRqzMY07eiCnvMAtv4sHKF3";

/// The machine.
pub(super) struct Post {
    pub(super) machine: Machine,
    pub(super) mail: MailServers,
    pub(super) elsewhere: Elsewhere,
}

impl Post {
    /// It, with `b.test` elsewhere and nothing of `a.test`.
    pub(super) fn start() -> Self {
        let machine = Machine::start(&[Service::Dovecot, Service::Exim]);
        let mail = MailServers::new(Arc::clone(&machine.client), Arc::clone(&machine.layout));
        let post = Self { machine, mail, elsewhere: Elsewhere::start() };
        for name in ["amy", "bob"] {
            post.logins().apply(&account(name), &login(false)).unwrap();
        }
        let mut other = domain("b.test", "bob", Vec::new());
        other.record.relay_host = post.elsewhere.address.to_string();
        post.mail.apply(&other).unwrap();
        post
    }

    pub(super) fn home(&self, account: &str) -> PathBuf {
        self.machine.layout.homes.join(account)
    }

    /// A domain of amy's with those mailboxes, changed in some way, as the servers know it then.
    pub(super) fn apply(&self, mailboxes: &[&str], change: impl FnOnce(&mut MailDomain)) {
        let mailboxes = mailboxes.iter().map(|local| mailbox(local)).collect();
        let mut domain = domain("a.test", "amy", mailboxes);
        change(&mut domain);
        self.mail.apply(&domain).unwrap();
    }

    /// A session of SMTP without a login.
    pub(super) fn smtp(&self) -> Smtp {
        Smtp::start(self.machine.layout.ports.smtp)
    }

    /// Sends from outside.
    pub(super) fn outside_sends(&self, to: &str, subject: &str) -> String {
        self.smtp().send("x@b.test", to, &text("x@b.test", subject))
    }

    /// Sends with a login.
    pub(super) fn with_login(&self, user: &str, (from, to): (&str, &str), subject: &str) -> String {
        match Smtp::login(self.machine.layout.ports.submission, user, PASSWORD) {
            Ok(mut session) => session.send(from, to, &text(from, subject)),
            Err(answer) => answer,
        }
    }

    /// Sends as the server does for an account.
    pub(super) fn for_account(&self, account: &str, (from, to): (&str, &str), subject: &str) {
        self.mail
            .send(&OutgoingMessage {
                account: account.parse().unwrap(),
                sender: from.parse().unwrap(),
                recipient: to.parse().unwrap(),
                text: text(from, subject),
                at: UnixTime(0),
            })
            .unwrap();
    }

    pub(super) fn imap(&self, user: &str, password: &str) -> Result<Imap, String> {
        Imap::login(self.machine.layout.ports.imap, user, password)
    }

    /// All messages of a folder, read over IMAP.
    pub(super) fn read(&self, user: &str, folder: &str) -> String {
        self.imap(user, PASSWORD).unwrap().messages(folder).unwrap_or_default()
    }

    /// Waits for a message in a folder.
    pub(super) fn arrives(&self, user: &str, folder: &str, subject: &str) {
        let what = format!("“{subject}” in {folder} of {user}");
        wait(&what, || self.read(user, folder).contains(&format!("Subject: {subject}\r\n")));
    }

    /// Waits for a message elsewhere, and gives all that is there.
    pub(super) fn leaves(&self, subject: &str) -> String {
        self.leaves_with(&format!("Subject: {subject}\r\n"))
    }

    /// Waits for a message with such a line elsewhere, and gives all that is there.
    pub(super) fn leaves_with(&self, line: &str) -> String {
        wait(&format!("“{line}” elsewhere"), || self.elsewhere.got().contains(line));
        self.elsewhere.got()
    }

    /// What became of an account's messages.
    pub(super) fn log(&self, account: &str) -> Vec<Delivery> {
        self.mail.log(&account.parse().unwrap(), UnixTime(0)).unwrap()
    }

    /// The machine's users, with mailboxes of their own.
    pub(super) fn logins(&self) -> MailLogins {
        let users = Arc::new(UserRecords::new(Arc::clone(&self.machine.client)));
        MailLogins::new(users, Arc::clone(&self.machine.client), Arc::clone(&self.machine.layout))
    }
}

/// An account.
pub(super) fn account(name: &str) -> Account {
    let id = if name == "amy" { 5001 } else { 5002 };
    let mut record = subjects::account(name).into_record();
    (record.uid, record.gid) = (id, id);
    (record.quota, record.max_inodes) = (Limit::UNLIMITED, Limit::UNLIMITED);
    Account::for_reconciler(record)
}

/// Its login.
pub(super) fn login(locked: bool) -> OsLogin {
    OsLogin { password: HASH.to_owned(), locked, expired: false }
}

/// Waits for something to become so.
pub(super) fn wait(what: &str, is_so: impl Fn() -> bool) {
    let end = Instant::now() + Duration::from_secs(15);
    while !is_so() {
        assert!(Instant::now() < end, "waited in vain for {what}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// A message.
pub(super) fn text(from: &str, subject: &str) -> String {
    format!("From: <{from}>\nSubject: {subject}\nTo: you\n\nHello,  there\n\nyou \n\n")
}

pub(super) fn mailbox(local: &str) -> MailboxRecord {
    let address: EmailAddress = format!("{local}@a.test").parse().unwrap();
    MailboxRecord {
        domain: address.domain().unwrap(),
        address,
        account: "amy".parse().unwrap(),
        password: HASH.to_owned(),
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

pub(super) fn forwarder(from: &str, to: &str) -> Forwarder {
    let address: EmailAddress = from.parse().unwrap();
    Forwarder {
        domain: address.domain().unwrap(),
        address,
        destination: to.to_owned(),
        account: "amy".parse().unwrap(),
    }
}

pub(super) fn filter(owner: &str, conditions: &str, acts: &str) -> MailFilter {
    MailFilter {
        owner: owner.to_owned(),
        name: "one".to_owned(),
        account: "amy".parse().unwrap(),
        place: 1,
        enabled: true.into(),
        conditions: conditions.to_owned(),
        acts: acts.to_owned(),
    }
}

fn domain(name: &str, account: &str, mailboxes: Vec<MailboxRecord>) -> MailDomain {
    let id = if account == "amy" { 5001 } else { 5002 };
    MailDomain {
        record: MailDomainRecord {
            domain: name.parse().unwrap(),
            account: account.parse().unwrap(),
            formerly: None,
            routing: Routing::Auto,
            catch_all: ":fail: No such person".to_owned(),
            forwards_to: None,
            relay_host: String::new(),
            signing: Signing::Off,
            private_key: String::new(),
            public_key: String::new(),
        },
        owner: MailOwner { uid: id, gid: id },
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
        signing_key: None::<Secret>,
    }
}
