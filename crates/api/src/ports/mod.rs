//! What the machine does for us: one narrow trait a service. A port takes the whole desired state
//! of a subject and may be called again with it at any time.

mod addresses;
mod certificates;
mod cluster;
mod daemons;
mod databases;
mod disks;
mod files;
mod ftp;
mod keys;
mod mail;
mod resolver;
mod tls;
mod vault;

use crate::{
    DomainName, Result, Secret, UserName,
    function::Account,
    records::{Redirect, ZoneLine, ZoneRecord},
    values::UnixTime,
    zone::{KeyAlgorithm, PrivateKey, Zone},
};

pub use mail::{
    Delivery, Mail, MailFile, MailFolder, MailUsage, Outcome, OutgoingMessage, QueuedMessage,
    Sender, StoredMessage,
};

pub use databases::{
    Database, DatabaseLogin, DatabaseServer, Databases, Flavor, MessageKind, TableMessage, Upkeep,
};

pub use addresses::{Addresses, Interface, InterfaceAddress};
pub use certificates::{Certificate, Certificates, SigningRequest, Wanted, attribute};
pub use cluster::DnsCluster;
pub use daemons::Daemon;
pub use disks::Disk;
pub use files::{FileFacts, FileKind, Files, HomePath, Write};
pub use ftp::{Ftp, FtpProgram, FtpServer, FtpSession, FtpState, FtpUser};
pub use keys::{KeyKind, Keys, PublicKey, PublicNumbers};
pub use resolver::{Asking, Faults, Resolver};
pub use tls::{Tls, TlsIdentity, TlsSite};
pub use vault::Vault;

/// The users of the operating system, with their homes.
pub trait OsUsers: Send + Sync {
    /// Makes the user and its home so.
    fn apply(&self, account: &Account, login: &OsLogin) -> Result<()>;
    /// Makes many users and their homes so; an adapter that can do it for less than one by one does.
    fn apply_all(&self, users: &[(Account, OsLogin)]) -> Result<()> {
        users.iter().try_for_each(|(account, login)| self.apply(account, login))
    }
    /// Says of each of many users whether the next login must choose a new password. Who is not
    /// there is left out.
    fn expire(&self, users: &[(UserName, bool)]) -> Result<()>;
    /// Takes the user and its home away.
    fn withdraw(&self, name: &UserName) -> Result<()>;
    /// Measures what the home holds.
    fn usage(&self, account: &Account) -> Result<Usage>;
    /// Whether the home has that file, relative to it.
    fn has_file(&self, account: &Account, path: &str) -> Result<bool>;
    /// Whether the home has that folder, relative to it.
    fn has_folder(&self, account: &Account, path: &str) -> Result<bool>;
    /// Copies what a folder of one home holds into a folder of another, which is made where there
    /// is none. What is there already by a name is replaced; links and what is no file are left out.
    fn copy_folder(&self, from: (&Account, &str), to: (&Account, &str)) -> Result<()>;
    /// Whether the host limits disk space.
    fn quotas_enabled(&self) -> Result<bool>;
    /// Every user that carries our mark, for the reconciler.
    fn list(&self) -> Result<Vec<UserName>>;
    /// Those of whom the machine has only a part, for the reconciler; an adapter whose users are whole or
    /// not there has none.
    fn halves(&self) -> Result<Vec<UserName>> {
        Ok(Vec::new())
    }
}

/// What the operating system must know to let a user log in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OsLogin {
    /// The password as crypt(3) writes it.
    pub password: String,
    /// Whether logins are refused for now.
    pub locked: bool,
    /// Whether the next login must choose a new password.
    pub expired: bool,
}

/// What a home holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Usage {
    /// Disk space in KiB.
    pub disk: u64,
    /// Files and folders.
    pub inodes: u64,
}

/// The DNS server.
pub trait Dns: Send + Sync {
    /// Serves the zone so.
    fn apply(&self, zone: &Zone) -> Result<()>;
    /// Serves a part of a zone so, if the zone is served with the serial that the part was made on;
    /// gives whether it is. Otherwise, and by an adapter that knows no parts, nothing is done.
    fn edit(&self, _part: &ZonePart) -> Result<bool> {
        Ok(false)
    }
    /// Serves it no more.
    fn withdraw(&self, zone: &DomainName) -> Result<()>;
    /// Every zone that carries our mark, for the reconciler.
    fn list(&self) -> Result<Vec<DomainName>>;
    /// Has the server answer, or be silent until it is told otherwise.
    fn set_serving(&self, serving: bool) -> Result<()>;
    /// Whether it answers.
    fn serves(&self) -> Result<bool>;
    /// Which program it is, in a word.
    fn program(&self) -> Result<String>;
}

/// What an edit changed of a zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ZonePart {
    /// The serial of the zone before.
    pub before: u32,
    /// The zone's start of authority as it is now.
    pub start: ZoneRecord,
    /// The records at the places that were edited.
    pub lines: Vec<ZoneLine>,
    /// The places that were edited and have no record now.
    pub gone: Vec<u32>,
}

/// The web server.
pub trait Web: Send + Sync {
    /// Serves the site so.
    fn apply(&self, site: &Site) -> Result<()>;
    /// Serves it no more.
    fn withdraw(&self, domain: &DomainName) -> Result<()>;
    /// Every site that carries our mark, for the reconciler.
    fn list(&self) -> Result<Vec<DomainName>>;
}

/// A site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// Its domain; `www.` before it is served too. A wildcard is served under all names below that
    /// no other site has.
    pub domain: DomainName,
    /// The account.
    pub account: UserName,
    /// Its folder, below the account's home.
    pub document_root: String,
    /// Whether visitors get the page of suspended accounts.
    pub suspended: bool,
    /// Where visitors of some of its paths are sent on.
    pub redirects: Vec<Redirect>,
}

/// Slow hashing of passwords, on a bounded number of threads.
pub trait Passwords: Send + Sync {
    /// Hashes with a fresh salt, as crypt(3) writes it.
    fn hash(&self, password: &Secret) -> Result<String>;
    /// Whether the password has that hash; with none, takes the same time and says no.
    fn verify(&self, password: &Secret, hash: Option<&str>) -> Result<bool>;
    /// Whether a hash is of the scheme and the cost that new ones get.
    fn is_current(&self, hash: &str) -> bool;
}

/// Making and reading the keys that sign zones.
pub trait ZoneKeys: Send + Sync {
    /// A new key of that size in bits.
    fn generate(&self, algorithm: KeyAlgorithm, bits: u16) -> Result<KeyPair>;
    /// The key whose private half is given as BIND writes it; an error is the rule that it breaks.
    fn read(&self, private: &str) -> Result<KeyPair, String>;
}

/// A key that signs zones.
#[derive(Debug, Clone)]
pub struct KeyPair {
    /// Its algorithm.
    pub algorithm: KeyAlgorithm,
    /// Its size in bits.
    pub bits: u16,
    /// Its public half as DNSKEY records have it.
    pub public: Vec<u8>,
    /// Its private half, with nothing else.
    pub private: PrivateKey,
}

/// The time.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> UnixTime;
}

/// Randomness fit for secrets.
pub trait Random: Send + Sync {
    /// Fills the bytes.
    fn fill(&self, bytes: &mut [u8]) -> Result<()>;
}

/// Facts of the machine.
pub trait System: Send + Sync {
    /// The host's full name.
    fn hostname(&self) -> Result<String>;
    /// Gives the host that name.
    fn set_hostname(&self, name: &DomainName) -> Result<()>;
    /// The load averages of 1, 5 and 15 minutes.
    fn load(&self) -> Result<[f64; 3]>;
    /// Its disks, each once.
    fn disks(&self) -> Result<Vec<Disk>>;
    /// The programs that serve on it, each with whether it runs.
    fn daemons(&self) -> Result<Vec<(Daemon, bool)>>;
    /// Ends a program that serves, and starts it again.
    fn restart(&self, daemon: Daemon) -> Result<()>;
    /// Ends all services and starts them anew, once what is being answered is answered; by force,
    /// others' calls are not waited for.
    fn reboot(&self, force: bool) -> Result<()>;
    /// SHA-256, in hexadecimal: the one digest of tokens and session ids.
    fn digest(&self, text: &str) -> String;
    /// Whether a loss of power can take what the other ports have done until [`System::settle`] has
    /// returned. Where not, each of them returns once what it did lasts.
    fn settles(&self) -> bool {
        false
    }
    /// Returns once all that the other ports had done before lasts.
    fn settle(&self) -> Result<()> {
        Ok(())
    }
}

/// Called at each step of a change, so that a test can end the process there.
pub trait Steps: Send + Sync {
    /// The step is reached.
    fn reached(&self, step: crate::function::Step);
}
