//! The mail of accounts' domains: how a domain takes it, its mailboxes, forwarders, autoresponders,
//! filters, mailing lists, and what an account wishes of the spam filter.

use crate::{DomainName, EmailAddress, Flag, Limit, Record, UnixTime, UserName, Word};

/// How a domain takes mail.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "mail_domains", key = "domain")]
pub struct MailDomainRecord {
    /// The domain.
    pub domain: DomainName,
    /// The account.
    pub account: UserName,
    /// The domain under which it is on the host, where another name is not applied yet.
    pub formerly: Option<DomainName>,
    /// Where its mail is taken.
    pub routing: Routing,
    /// Where mail to unknown addresses goes, as [`crate::mail::Destination`] writes it; empty for
    /// the account itself.
    pub catch_all: String,
    /// The domain that gets all mail for which nothing else is said.
    pub forwards_to: Option<DomainName>,
    /// The host that its mail is handed to whatever DNS says; empty where there is none.
    pub relay_host: String,
    /// Whether its mail is signed.
    pub signing: Signing,
    /// The private key, sealed; empty where there is none.
    pub private_key: String,
    /// The public key as its TXT record has it; empty where there is none.
    pub public_key: String,
}

/// Where a domain's mail is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Word)]
pub enum Routing {
    /// Wherever its MX records say.
    #[word("auto")]
    Auto,
    /// Here.
    #[word("local")]
    Local,
    /// Here, to be handed to the first of its MX records when that answers.
    #[word("secondary")]
    Secondary,
    /// Elsewhere.
    #[word("remote")]
    Remote,
}

/// Whether a domain's mail is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Signing {
    /// It is not.
    #[word("off")]
    Off,
    /// It is to be; the key is not made yet.
    #[word("wanted")]
    Wanted,
    /// It is.
    #[word("on")]
    On,
}

/// A mailbox.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "mailboxes", key = "address")]
pub struct MailboxRecord {
    /// Its address.
    pub address: EmailAddress,
    /// The domain of its address.
    pub domain: DomainName,
    /// The account.
    pub account: UserName,
    /// The password as crypt(3) writes it.
    pub password: String,
    /// Raised by each change of the credentials.
    pub generation: u64,
    /// Whether the next login must choose a new password.
    pub must_change: Flag,
    /// When the password was last set.
    pub changed: UnixTime,
    /// How much it may hold, in MiB.
    pub quota: Limit,
    /// Whether mail to it is refused.
    pub incoming_suspended: Flag,
    /// Whether logins are refused.
    pub login_suspended: Flag,
    /// Whether it may send.
    pub outgoing: Outgoing,
    /// Whether mail to `local+folder` makes that folder.
    pub makes_folders: Flag,
}

/// Whether a mailbox may send.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Outgoing {
    /// It may.
    #[word("allowed")]
    Allowed,
    /// What it sends waits.
    #[word("held")]
    Held,
    /// What it sends is refused.
    #[word("suspended")]
    Suspended,
}

/// Where mail to an address goes besides, or instead of, its mailbox.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "forwarders", key = "address,destination")]
pub struct Forwarder {
    /// The address.
    pub address: EmailAddress,
    /// Where its mail goes, as [`crate::mail::Destination`] writes it.
    pub destination: String,
    /// The domain of the address.
    pub domain: DomainName,
    /// The account.
    pub account: UserName,
}

/// An answer that an address gives by itself.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "autoresponders", key = "address")]
pub struct Autoresponder {
    /// The address.
    pub address: EmailAddress,
    /// The domain of the address.
    pub domain: DomainName,
    /// The account.
    pub account: UserName,
    /// Who it says it is from.
    pub sender: String,
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub body: String,
    /// The character set of its text.
    pub charset: String,
    /// Whether the text is HTML.
    pub is_html: Flag,
    /// The fewest hours between answers to one sender; 0 answers each message.
    pub hours: u32,
    /// From when on it answers.
    pub start: Option<UnixTime>,
    /// Until when it answers.
    pub stop: Option<UnixTime>,
}

/// A filter of an account's or a mailbox's mail.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "mail_filters", key = "owner,name")]
pub struct MailFilter {
    /// The account's name, or the mailbox's address.
    pub owner: String,
    /// Its name.
    pub name: String,
    /// The account.
    pub account: UserName,
    /// Its place among the owner's filters, from 1.
    pub place: u32,
    /// Whether it is applied.
    pub enabled: Flag,
    /// What a message must be like: JSON of a list of [`crate::mail::Condition`].
    pub conditions: String,
    /// What becomes of such a message: JSON of a list of [`crate::mail::Act`].
    pub acts: String,
}

/// A mailing list.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "mailing_lists", key = "address")]
pub struct MailingList {
    /// Its address.
    pub address: EmailAddress,
    /// The domain of its address.
    pub domain: DomainName,
    /// The account.
    pub account: UserName,
    /// The administrators' password as crypt(3) writes it.
    pub password: String,
    /// The SHA-256 digest of the password that opens it once; empty where there is none.
    pub once: String,
    /// Whether it is on the public page of lists.
    pub advertised: Flag,
    /// Whether only members read its archive.
    pub archive_private: Flag,
    /// Who confirms a subscription: 1 the subscriber, 2 an administrator, 3 both.
    pub subscribe_policy: u32,
}

/// An administrator of a mailing list.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "list_admins", key = "list,admin")]
pub struct ListAdmin {
    /// The list.
    pub list: EmailAddress,
    /// The administrator.
    pub admin: EmailAddress,
    /// The account.
    pub account: UserName,
}

/// A line of what an account, or one of its mailboxes, wishes of the spam filter.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "spam_preferences", key = "owner,name,place")]
pub struct SpamPreference {
    /// The account's name, or the mailbox's address.
    pub owner: String,
    /// The preference.
    pub name: String,
    /// Its place among the lines of that preference, from 0.
    pub place: u32,
    /// The account.
    pub account: UserName,
    /// Its value.
    pub value: String,
}
