//! The mail server, and the keys that mail and others need.

use crate::{Account, DomainName, EmailAddress, Result, UnixTime, UserName, mail::MailDomain};

/// The mail server: what it takes for whom, the folders that mail lies in, what waits to leave.
pub trait Mail: Send + Sync {
    /// Takes the domain's mail so.
    fn apply(&self, domain: &MailDomain) -> Result<()>;
    /// Takes its mail no more. What lies in the account's home stays there.
    fn withdraw(&self, domain: &DomainName) -> Result<()>;
    /// Every domain whose mail is taken, for the reconciler.
    fn list(&self) -> Result<Vec<DomainName>>;
    /// Makes the mailbox's folder, where it is missing.
    fn make_folder(&self, account: &UserName, mailbox: &EmailAddress) -> Result<()>;
    /// Removes the mailbox's folder with all mail in it.
    fn remove_folder(&self, account: &UserName, mailbox: &EmailAddress) -> Result<()>;
    /// Measures a mailbox; [`None`] for the account's own.
    fn usage(&self, account: &Account, mailbox: Option<&EmailAddress>) -> Result<MailUsage>;
    /// The folders of a mailbox; [`None`] for the account's own.
    fn folders(&self, account: &Account, mailbox: Option<&EmailAddress>)
    -> Result<Vec<MailFolder>>;
    /// Removes the messages of a folder, named as [`MailFolder::name`], that the question picks;
    /// gives their number.
    fn expunge(
        &self,
        account: &Account,
        mailbox: Option<&EmailAddress>,
        folder: &str,
        picks: &dyn Fn(&StoredMessage) -> bool,
    ) -> Result<u64>;
    /// What lies in a folder below the account's `mail`; [`None`] where there is no such folder.
    fn browse(&self, account: &Account, path: &str) -> Result<Option<Vec<MailFile>>>;
    /// Writes a file into the account's folder of mail, in the place of the one there.
    fn export(&self, account: &UserName, name: &str, text: &str) -> Result<()>;
    /// Takes a message to deliver.
    fn send(&self, message: &OutgoingMessage) -> Result<()>;
    /// The messages that wait to leave, of one sender or of all of an account.
    fn queue(&self, from: &Sender<'_>) -> Result<Vec<QueuedMessage>>;
    /// Removes messages of a sender that are held; gives their number.
    fn delete_held(&self, sender: &EmailAddress) -> Result<u64>;
    /// What became of messages of an account since a time, the latest first.
    fn log(&self, account: &UserName, since: UnixTime) -> Result<Vec<Delivery>>;
    /// Whether those who read or send mail are shown the certificate of the domain that they ask for; else it is
    /// the server's own.
    fn shows_certificates(&self) -> Result<bool>;
    /// Ends the IMAP and POP3 sessions of these mailboxes.
    fn end_sessions(&self, mailboxes: &[EmailAddress]) -> Result<()>;
}

/// Whose messages are meant.
#[derive(Debug, Clone, Copy)]
pub enum Sender<'a> {
    /// All of an account.
    Account(&'a UserName),
    /// One mailbox.
    Mailbox(&'a EmailAddress),
}

/// What a mailbox holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct MailUsage {
    /// Bytes of messages.
    pub bytes: u64,
    /// Messages.
    pub messages: u64,
    /// When it last changed; none where it has no folder.
    pub changed: Option<UnixTime>,
}

/// A folder of a mailbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailFolder {
    /// Its name, parted by dots: `INBOX`, `INBOX.Sent`.
    pub name: String,
    /// Its id: it stays when it is renamed.
    pub guid: String,
    /// Messages.
    pub messages: u64,
    /// Bytes of messages.
    pub bytes: u64,
}

/// A message in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredMessage {
    /// When it came.
    pub received: UnixTime,
    /// Bytes.
    pub bytes: u64,
    /// Whether it was read.
    pub seen: bool,
}

/// A file or folder below an account's `mail`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailFile {
    /// Its name.
    pub name: String,
    /// Whether it is a folder.
    pub is_folder: bool,
    /// Whether it is a folder of messages.
    pub is_mailbox: bool,
    /// When it last changed.
    pub changed: UnixTime,
}

/// A message to deliver.
#[derive(Debug, Clone)]
pub struct OutgoingMessage {
    /// The account that it is sent for.
    pub account: UserName,
    /// Who sends it.
    pub sender: EmailAddress,
    /// Who is to get it.
    pub recipient: EmailAddress,
    /// Its headers and its text.
    pub text: String,
    /// When it was sent.
    pub at: UnixTime,
}

/// A message that waits to leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueuedMessage {
    /// Its id.
    pub id: String,
    /// Who sent it.
    pub sender: EmailAddress,
    /// Who is to get it.
    pub recipient: EmailAddress,
    /// Bytes.
    pub bytes: u64,
    /// When it was sent.
    pub at: UnixTime,
    /// Whether it is held until it is released.
    pub held: bool,
}

/// What became of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// The message's id.
    pub id: String,
    /// Who sent it.
    pub sender: EmailAddress,
    /// Who was to get it.
    pub recipient: EmailAddress,
    /// When.
    pub at: UnixTime,
    /// Bytes.
    pub bytes: u64,
    /// What became of it.
    pub outcome: Outcome,
    /// More about it: the mailbox, or why not.
    pub detail: String,
}

/// What became of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, crate::Word)]
pub enum Outcome {
    /// It lies where it was to go.
    #[word("success")]
    Delivered,
    /// It waits.
    #[word("defer")]
    Deferred,
    /// It was refused.
    #[word("failure")]
    Failed,
    /// It was thrown away, as was wished.
    #[word("discarded")]
    Discarded,
}
