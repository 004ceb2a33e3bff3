//! Where a message for an address of a domain goes.

use super::{Destination, MailDomain};
use crate::{
    EmailAddress,
    records::{MailboxRecord, MailingList, Outgoing, Routing},
};

/// One place that a message goes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step<'a> {
    /// A mailbox.
    Mailbox(&'a MailboxRecord),
    /// The mailing list.
    List(&'a MailingList),
    /// Where a forwarder or the catch-all says.
    Forward(Destination),
    /// Elsewhere: this server does not take the domain's mail.
    Remote,
    /// Nowhere: it is refused with this text.
    Refused(&'static str),
}

impl MailDomain {
    /// Where mail for one of the domain's addresses goes.
    pub fn route(&self, address: &EmailAddress) -> Vec<Step<'_>> {
        if self.suspended {
            return vec![Step::Refused("The account is suspended")];
        }
        if self.record.routing == Routing::Remote || !self.record.relay_host.is_empty() {
            return vec![Step::Remote];
        }
        let mut steps = self.forwards(address);
        if let Some(mailbox) = self.mailbox(address.local()) {
            steps.push(if mailbox.incoming_suspended.0 {
                Step::Refused("The mailbox takes no mail")
            } else {
                Step::Mailbox(mailbox)
            });
        }
        steps.extend(self.lists.iter().find(|list| list.address == *address).map(Step::List));
        if steps.is_empty() { vec![self.otherwise(address)] } else { steps }
    }

    /// The mailbox of a local part, with or without `+folder`.
    pub fn mailbox(&self, local: &str) -> Option<&MailboxRecord> {
        let plain = local.split('+').next().unwrap_or(local);
        let find = |name: &str| self.mailboxes.iter().find(|one| one.address.local() == name);
        find(local).or_else(|| find(plain))
    }

    /// Whether one of the domain's addresses may send.
    pub fn outgoing_of(&self, sender: &EmailAddress) -> Outgoing {
        let mailbox = self.mailbox(sender.local());
        let own = mailbox.map_or(Outgoing::Allowed, |mailbox| mailbox.outgoing);
        match (self.outgoing, own) {
            _ if self.suspended => Outgoing::Suspended,
            (Outgoing::Suspended, _) | (_, Outgoing::Suspended) => Outgoing::Suspended,
            (Outgoing::Held, _) | (_, Outgoing::Held) => Outgoing::Held,
            _ => Outgoing::Allowed,
        }
    }

    fn forwards(&self, address: &EmailAddress) -> Vec<Step<'_>> {
        let mine = self.forwarders.iter().filter(|one| one.address == *address);
        mine.filter_map(|one| one.destination.parse().ok().map(Step::Forward)).collect()
    }

    /// What becomes of mail for an address that is not there.
    fn otherwise(&self, address: &EmailAddress) -> Step<'_> {
        if let Some(domain) = &self.record.forwards_to {
            let there = format!("{}@{domain}", address.local());
            return match there.parse() {
                Ok(there) => Step::Forward(Destination::Address(there)),
                Err(_) => Step::Refused("The address does not fit the other domain"),
            };
        }
        if self.record.catch_all.is_empty() {
            return Step::Forward(Destination::Account(self.record.account.clone()));
        }
        match self.record.catch_all.parse() {
            Ok(destination) => Step::Forward(destination),
            Err(_) => Step::Refused("The default address cannot be used"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Limit, UnixTime,
        records::{Forwarder, MailDomainRecord, Signing},
    };

    fn mailbox(local: &str, refuses: bool) -> MailboxRecord {
        MailboxRecord {
            address: format!("{local}@a.test").parse().unwrap(),
            domain: "a.test".parse().unwrap(),
            account: "amy".parse().unwrap(),
            password: "!".to_owned(),
            generation: 1,
            must_change: false.into(),
            changed: UnixTime(0),
            quota: Limit::UNLIMITED,
            incoming_suspended: refuses.into(),
            login_suspended: false.into(),
            outgoing: Outgoing::Allowed,
            makes_folders: false.into(),
        }
    }

    fn domain() -> MailDomain {
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
            owner: crate::mail::MailOwner::default(),
            suspended: false,
            outgoing: Outgoing::Allowed,
            hourly: Limit::UNLIMITED,
            spam_filter: false,
            spam_box: false,
            mailboxes: vec![mailbox("info", false), mailbox("full", true)],
            forwarders: vec![Forwarder {
                address: "info@a.test".parse().unwrap(),
                destination: "x@b.test".to_owned(),
                domain: "a.test".parse().unwrap(),
                account: "amy".parse().unwrap(),
            }],
            autoresponders: Vec::new(),
            filters: Vec::new(),
            lists: Vec::new(),
            spam: Vec::new(),
            signing_key: None,
        }
    }

    fn routed(domain: &MailDomain, to: &str) -> String {
        let told = domain.route(&to.parse().unwrap()).into_iter().map(|step| match step {
            Step::Mailbox(mailbox) => format!("mailbox {}", mailbox.address),
            Step::List(list) => format!("list {}", list.address),
            Step::Forward(destination) => format!("to {destination}"),
            Step::Remote => "remote".to_owned(),
            Step::Refused(text) => format!("refused: {text}"),
        });
        told.collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn mail_goes_to_forwarders_and_the_mailbox() {
        let mut domain = domain();
        assert_eq!(routed(&domain, "info@a.test"), "to x@b.test, mailbox info@a.test");
        domain.forwarders.clear();
        assert_eq!(routed(&domain, "info+news@a.test"), "mailbox info@a.test");
        assert_eq!(routed(&domain, "full@a.test"), "refused: The mailbox takes no mail");
    }

    #[test]
    fn what_is_not_there_goes_where_the_domain_says() {
        let mut domain = domain();
        assert_eq!(routed(&domain, "no@a.test"), "to amy");
        domain.record.catch_all = ":fail: No such person".to_owned();
        assert_eq!(routed(&domain, "no@a.test"), "to :fail: No such person");
        domain.record.forwards_to = Some("b.test".parse().unwrap());
        assert_eq!(routed(&domain, "no@a.test"), "to no@b.test");
        domain.record.routing = Routing::Remote;
        assert_eq!(routed(&domain, "info@a.test"), "remote");
        domain.suspended = true;
        assert_eq!(routed(&domain, "info@a.test"), "refused: The account is suspended");
    }
}
