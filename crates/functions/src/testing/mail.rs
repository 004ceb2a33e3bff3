//! The mail of a test's machine.

use std::sync::Arc;

use adapters::elsewhere::Elsewhere;
use api::{
    EmailAddress, Flag, Limit,
    ports::OutgoingMessage,
    records::{HostRecord, MailboxRecord, Outgoing, Subject},
};

use super::World;
use crate::domain;

impl World {
    /// Adds a mailbox, as its account would make it.
    #[must_use]
    pub fn mailbox(self, address: &str, account: &str) -> Self {
        let address: EmailAddress = address.parse().unwrap();
        let domain = address.domain().unwrap();
        let tx = self.host.store.write().unwrap();
        tx.insert(&MailboxRecord {
            address: address.clone(),
            domain: domain.clone(),
            account: account.parse().unwrap(),
            password: "!".to_owned(),
            generation: 1,
            must_change: Flag(false),
            changed: self.host.clock.now(),
            quota: Limit::UNLIMITED,
            incoming_suspended: Flag(false),
            login_suspended: Flag(false),
            outgoing: Outgoing::Allowed,
            makes_folders: Flag(true),
        })
        .unwrap();
        tx.commit().unwrap();
        for subject in [Subject::MailDomain(domain), Subject::Mailbox(address)] {
            domain::apply::subject(&self.host, &subject).unwrap();
        }
        self
    }

    /// Sends a short message to a mailbox of an account; gives its size.
    pub fn mail(&self, recipient: &str, account: &str) -> usize {
        let text = "Subject: x\r\n\r\nhello".to_owned();
        let size = text.len();
        let message = OutgoingMessage {
            account: account.parse().unwrap(),
            sender: "x@else.test".parse().unwrap(),
            recipient: recipient.parse().unwrap(),
            text,
            at: self.host.clock.now(),
        };
        self.host.mail.send(&message).unwrap();
        size
    }

    /// From now on the machine's mail servers show all clients the server's own certificate, and take nothing new.
    pub fn show_own_certificate_to_mail_clients(&mut self) {
        let tx = self.host.store.write().unwrap();
        tx.insert(&HostRecord {
            name: "h1".parse().unwrap(),
            place: 1,
            address: String::new(),
            accepts: Flag(true),
            accounts: 0,
            facts: "{}".to_owned(),
            door: String::new(),
        })
        .unwrap();
        tx.commit().unwrap();
        let elsewhere = Arc::new(Elsewhere::new(Arc::clone(&self.host.store)));
        Arc::get_mut(&mut self.host).unwrap().mail = elsewhere;
    }
}
