//! What is asked of the mail servers beside their files: messages on their way, and what became of others.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::Name;

/// One act on mail.
#[derive(Serialize, Deserialize)]
pub enum MailAct {
    /// Takes a message that the server sends for an account. What the account may not send is not taken,
    /// which the log says. Gives [`MailGift::Done`].
    Send {
        /// The account.
        account: Name,
        /// Who sends it.
        sender: MailAddress,
        /// Who is to get it.
        recipient: MailAddress,
        /// Its headers and its text.
        text: Vec<u8>,
    },
    /// The messages that wait to leave, each once for each who has not got it. Gives
    /// [`MailGift::Waiting`].
    Queue(Whose),
    /// Removes the messages of a sender that are held. Gives [`MailGift::Count`].
    DeleteHeld(MailAddress),
    /// Has what waits to leave from a domain's addresses be held, or go on, as its files say that they
    /// may send now. Gives [`MailGift::Done`].
    Settle(Name),
    /// Forgets what was noted of a domain that is not there any more. Gives [`MailGift::Done`].
    ForgetDomain(Name),
    /// Removes what an account that is not there any more had sent and what has not left. Gives
    /// [`MailGift::Done`].
    ForgetAccount(Name),
    /// The account whose domain that is. Gives [`MailGift::Owner`].
    Owner(Name),
    /// What became of an account's messages since a time, the latest first. Gives [`MailGift::Log`].
    Log {
        /// The account.
        account: Name,
        /// The time, in seconds since 1970.
        since: i64,
        /// How many are told of.
        most: usize,
    },
    /// Ends the IMAP and POP3 sessions of these. Gives [`MailGift::Done`].
    EndSessions(Vec<MailAddress>),
}

impl MailAct {
    /// Whether it changes nothing.
    pub(crate) fn only_looks(&self) -> bool {
        matches!(self, Self::Queue(_) | Self::Owner(_) | Self::Log { .. })
    }

    /// What it is, for the log.
    pub(crate) fn told(&self) -> String {
        match self {
            Self::Send { account, .. } => format!("send for {account}"),
            Self::Queue(Whose::Account(account)) => format!("queue of {account}"),
            Self::Queue(Whose::Sender(sender)) => format!("queue of {sender}"),
            Self::DeleteHeld(sender) => format!("delete what is held of {sender}"),
            Self::Settle(domain) => format!("settle {domain}"),
            Self::ForgetDomain(domain) => format!("forget the domain {domain}"),
            Self::ForgetAccount(account) => format!("forget the account {account}"),
            Self::Owner(domain) => format!("owner of {domain}"),
            Self::Log { account, .. } => format!("log of {account}"),
            Self::EndSessions(mailboxes) => format!("end the sessions of {}", mailboxes.len()),
        }
    }
}

/// Whose messages are meant.
#[derive(Serialize, Deserialize)]
pub enum Whose {
    /// All of an account.
    Account(Name),
    /// Those of one sender.
    Sender(MailAddress),
}

/// What an act on mail gives.
#[derive(Serialize, Deserialize)]
pub enum MailGift {
    /// It is done.
    Done,
    /// A number.
    Count(u64),
    /// An account; none where no mail of such a domain is known.
    Owner(Option<String>),
    /// Messages that wait.
    Waiting(Vec<WaitingMail>),
    /// What became of messages.
    Log(Vec<MailEvent>),
}

/// A message that waits for one who is to get it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingMail {
    /// Its id.
    pub id: String,
    /// Who sent it; empty of a report.
    pub sender: String,
    /// Who is to get it.
    pub recipient: String,
    /// Its length in bytes.
    pub bytes: u64,
    /// When it came, in seconds since 1970.
    pub at: i64,
    /// Whether it is held until it is released.
    pub held: bool,
}

/// What became of a message for one who was to get it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailEvent {
    /// The message's id; empty where it was refused before it had one.
    pub id: String,
    /// Who sent it; empty of a report.
    pub sender: String,
    /// Who was to get it.
    pub recipient: String,
    /// When, in seconds since 1970.
    pub at: i64,
    /// Its length in bytes; 0 where that is not known.
    pub bytes: u64,
    /// What became of it.
    pub outcome: MailOutcome,
    /// More about it: the address that it ended at, the host that took it, or why not.
    pub detail: String,
}

/// What became of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum MailOutcome {
    /// It was taken where it was to go.
    Delivered,
    /// It waits.
    Deferred,
    /// It was refused.
    Failed,
    /// It was thrown away, as was wished.
    Discarded,
}

/// A mail address that may stand in an argument: a local part of letters and digits of ASCII and the
/// other signs that need no quotes, and a domain.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct MailAddress(String);

impl MailAddress {
    /// It as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<&str> for MailAddress {
    type Error = String;

    fn try_from(text: &str) -> Result<Self, String> {
        let fault = || "is no mail address that the mail servers take".to_owned();
        let (local, domain) = text.rsplit_once('@').ok_or_else(fault)?;
        let atom = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(c);
        let whole = (1..=64).contains(&local.len()) && local.chars().all(atom);
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
        let place = domain.parse::<Name>().is_ok() && domain.chars().all(plain);
        if whole && place { Ok(Self(text.to_owned())) } else { Err(fault()) }
    }
}

impl TryFrom<String> for MailAddress {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::try_from(text.as_str())
    }
}

impl From<MailAddress> for String {
    fn from(address: MailAddress) -> Self {
        address.0
    }
}

impl fmt::Display for MailAddress {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_no_space_line_or_quote_in_it() {
        for good in ["info@a.test", "a+b@a.test", "-f|${run{x}}@a.test", "o'x@a-b.test"] {
            assert_eq!(MailAddress::try_from(good).map(String::from).as_deref(), Ok(good));
        }
        for bad in [
            "",
            "a",
            "@a.test",
            "a@",
            "a b@a.test",
            "a\n@a.test",
            "\"a\"@a.test",
            "a@../x",
            "ä@a.test",
        ] {
            assert!(MailAddress::try_from(bad).is_err(), "{bad:?}");
        }
    }
}
