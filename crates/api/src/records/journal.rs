//! The journal of changes on their way to the host, and the audit of calls.

use std::net::IpAddr;

use serde::{Deserialize, Serialize};

use crate::{DatabaseName, DomainName, EmailAddress, Engine, Record, UnixTime, UserName, Word};

/// A change whose application is not known to be complete.
#[derive(Debug, Clone, Record)]
#[record(table = "journal", key = "id")]
pub struct JournalEntry {
    /// Its id: random, so that servers need not agree on numbers.
    pub id: String,
    /// The function that made it.
    pub function: String,
    /// How far it is.
    pub state: JournalState,
    /// When it was made.
    pub opened: UnixTime,
    /// The subjects it touches: JSON of a list of [`Subject`].
    pub subjects: String,
}

/// A change that is applied and no longer in the journal, but that a loss of power could still take from
/// the machine.
#[derive(Debug, Clone, Record)]
#[record(table = "settling", key = "id")]
pub struct SettlingEntry {
    /// Its id in the journal.
    pub id: String,
    /// The function that made it.
    pub function: String,
    /// When it was made.
    pub opened: UnixTime,
    /// The subjects it touches: JSON of a list of [`Subject`].
    pub subjects: String,
}

/// How far a journal entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum JournalState {
    /// It is to be applied.
    #[word("open")]
    Open,
    /// It is applied.
    #[word("done")]
    Done,
}

/// What a change touches on the host. Applying a subject reads what the store holds of it and makes
/// the host so; where the store holds nothing, the host's part is taken away.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Subject {
    /// The OS user of that name with the home.
    User(UserName),
    /// The zone of that name.
    Zone(DomainName),
    /// The site of that domain.
    Site(DomainName),
    /// The mail of that domain.
    MailDomain(DomainName),
    /// The folder of that mailbox.
    Mailbox(EmailAddress),
    /// The database of that name.
    Database(Engine, DatabaseName),
    /// The user of databases of that name.
    DatabaseUser(Engine, DatabaseName),
    /// The FTP logins of that account besides its own.
    Ftp(UserName),
    /// That address on an interface.
    Address(IpAddr),
    /// What the site of that domain does about TLS.
    Tls(DomainName),
    /// Whether the DNS server answers.
    DnsServer,
}

/// A changing call: who, what, how it went. Secrets are struck out.
#[derive(Debug, Clone, Record)]
#[record(table = "audit", key = "id")]
pub struct AuditRecord {
    /// Its id.
    pub id: String,
    /// When.
    pub at: UnixTime,
    /// Who.
    pub actor: UserName,
    /// The token that was used, if one was.
    pub token: String,
    /// From where.
    pub source: String,
    /// The function.
    pub function: String,
    /// The parameters, as JSON, secrets struck out.
    pub form: String,
    /// `open`, `ok` or `failed`.
    pub result: String,
    /// The reason given to the caller.
    pub reason: String,
}
