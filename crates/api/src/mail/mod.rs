//! Mail: where a message for a domain goes, what filters make of it. Pure; what takes and keeps
//! mail is an adapter's.

mod destination;
mod filter;
mod route;

use serde::{Deserialize, Serialize};

use crate::{
    Limit, Secret,
    records::{
        Autoresponder, Forwarder, MailDomainRecord, MailFilter, MailboxRecord, MailingList,
        Outgoing, SpamPreference,
    },
};

pub use destination::Destination;
pub use filter::{Act, Action, Condition, Join, MatchKind, Message, Part, judge};
pub use route::Step;

/// The selector of the keys that sign: `default._domainkey` has the public half.
pub const SELECTOR: &str = "default";

/// The user of the machine whose a domain's mail is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct MailOwner {
    /// Its id.
    pub uid: u32,
    /// The id of its group.
    pub gid: u32,
}

/// A domain with all that the mail server must know of it.
pub struct MailDomain {
    /// How it takes mail.
    pub record: MailDomainRecord,
    /// The user of the machine whose its mail is.
    pub owner: MailOwner,
    /// Whether its account is suspended.
    pub suspended: bool,
    /// Whether its account's mail may leave.
    pub outgoing: Outgoing,
    /// How many mails it may send in an hour.
    pub hourly: Limit,
    /// Whether mail is checked for spam.
    pub spam_filter: bool,
    /// Whether spam has a folder of its own.
    pub spam_box: bool,
    /// Its mailboxes.
    pub mailboxes: Vec<MailboxRecord>,
    /// Its forwarders.
    pub forwarders: Vec<Forwarder>,
    /// Its autoresponders.
    pub autoresponders: Vec<Autoresponder>,
    /// The filters of its account and of its mailboxes.
    pub filters: Vec<MailFilter>,
    /// Its mailing lists.
    pub lists: Vec<MailingList>,
    /// What its account and its mailboxes wish of the spam filter.
    pub spam: Vec<SpamPreference>,
    /// The private key that signs its mail.
    pub signing_key: Option<Secret>,
}
