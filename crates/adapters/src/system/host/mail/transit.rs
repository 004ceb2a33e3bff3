//! What waits and what became of messages, between the port's words and those of the privileged process.

use api::{
    EmailAddress, Error, Kind, Result, UnixTime,
    ports::{Delivery, Outcome, QueuedMessage, Sender},
};
use root::{MailAddress, MailEvent, MailOutcome, WaitingMail, Whose};

use super::name;

/// An address, where the mail servers take such.
pub(super) fn address(address: &EmailAddress) -> Result<MailAddress> {
    MailAddress::try_from(address.as_str())
        .map_err(|rule| Error::new(Kind::Conflict, format!("“{address}” {rule}.")))
}

/// Whose messages are meant.
pub(super) fn whose(from: &Sender<'_>) -> Result<Whose> {
    match from {
        Sender::Account(account) => Ok(Whose::Account(name(account.as_str())?)),
        Sender::Mailbox(mailbox) => Ok(Whose::Sender(address(mailbox)?)),
    }
}

/// A message that waits. What is no address of ours (a report has no sender) is none.
pub(super) fn waiting(waits: WaitingMail) -> QueuedMessage {
    QueuedMessage {
        id: waits.id,
        sender: parsed(&waits.sender),
        recipient: parsed(&waits.recipient),
        bytes: waits.bytes,
        at: UnixTime(waits.at),
        held: waits.held,
    }
}

/// What became of a message.
pub(super) fn delivery(event: MailEvent) -> Delivery {
    Delivery {
        id: event.id,
        sender: parsed(&event.sender),
        recipient: parsed(&event.recipient),
        at: UnixTime(event.at),
        bytes: event.bytes,
        outcome: match event.outcome {
            MailOutcome::Delivered => Outcome::Delivered,
            MailOutcome::Deferred => Outcome::Deferred,
            MailOutcome::Failed => Outcome::Failed,
            MailOutcome::Discarded => Outcome::Discarded,
        },
        detail: event.detail,
    }
}

/// An address as Exim writes it, in quotes where it needs them.
fn parsed(text: &str) -> EmailAddress {
    text.replace('"', "").parse().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_has_no_sender() {
        let waits = WaitingMail {
            id: "1".to_owned(),
            sender: String::new(),
            recipient: "\"|x\"@a.test".to_owned(),
            bytes: 1,
            at: 2,
            held: false,
        };
        let message = waiting(waits);
        assert!(message.sender.is_empty());
        assert_eq!(message.recipient.as_str(), "|x@a.test");
    }

    #[test]
    fn what_could_be_an_argument_of_its_own_is_no_address() {
        assert!(address(&EmailAddress::default()).is_err());
        assert!(address(&"ü@a.test".parse().unwrap()).is_err());
        assert_eq!(address(&"-f@a.test".parse().unwrap()).unwrap().as_str(), "-f@a.test");
    }
}
