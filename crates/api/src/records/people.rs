//! People of an account: who has logins for several services under one name, and the logins for Web
//! Disk.

use crate::{DomainName, Flag, Record, UserName, Word};

/// A login for Web Disk, `NAME@DOMAIN`.
#[derive(Clone, PartialEq, Eq, Record)]
#[record(table = "web_disks", key = "name,domain")]
pub struct WebDiskRecord {
    /// What stands before the `@`.
    pub name: String,
    /// A domain of the account.
    pub domain: DomainName,
    /// The account.
    pub account: UserName,
    /// The folder that it sees, below the account's home; empty for all of it.
    pub home: String,
    /// The password as crypt(3) writes it.
    pub password: String,
    /// Whether it may write.
    pub writes: Flag,
    /// Whether nobody else may look into its folder.
    pub private: Flag,
    /// Whether it may log in with Digest Authentication.
    pub digest_auth: Flag,
}

/// A subaccount: somebody whose logins of the same name are theirs.
#[derive(Clone, PartialEq, Eq, Record)]
#[record(table = "subaccounts", key = "name,domain")]
pub struct Subaccount {
    /// What stands before the `@`.
    pub name: String,
    /// A domain of the account.
    pub domain: DomainName,
    /// The account.
    pub account: UserName,
    /// An id that nobody else ever has.
    pub guid: String,
    /// The person's name.
    pub real_name: String,
    /// Another address of theirs; empty where there is none.
    pub email: String,
    /// The password of their services as crypt(3) writes it; empty where it was never set for all.
    pub password: String,
    /// The digest of an invitation that is out; empty where none is.
    pub invite: String,
    /// When the invitation ends.
    pub invite_ends: Option<crate::UnixTime>,
}

/// What is said of one service of a name.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "subaccount_services", key = "name,domain,service")]
pub struct SubaccountService {
    /// What stands before the `@`.
    pub name: String,
    /// The domain.
    pub domain: DomainName,
    /// The service.
    pub service: PersonService,
    /// 1: the login is the subaccount's; 0: it is not, and nobody wants to be asked again.
    pub linked: Flag,
}

/// A service that a person may have a login for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Word)]
pub enum PersonService {
    /// A mailbox.
    #[word("email")]
    Email,
    /// FTP.
    #[word("ftp")]
    Ftp,
    /// Web Disk.
    #[word("webdisk")]
    Webdisk,
}
