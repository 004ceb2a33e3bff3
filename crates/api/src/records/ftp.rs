//! FTP logins of accounts besides their own, and what else an account says of FTP.

use crate::{DomainName, Flag, Limit, Record, UserName};

/// A login for FTP, `NAME@DOMAIN`.
#[derive(Clone, PartialEq, Eq, Record)]
#[record(table = "ftp_logins", key = "name,domain")]
pub struct FtpLogin {
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
    /// How many MiB it may store.
    pub quota: Limit,
}

impl FtpLogin {
    /// The login as it is typed.
    pub fn login(&self) -> String {
        format!("{}@{}", self.name, self.domain)
    }
}

/// What an account says of FTP besides its logins.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "ftp_settings", key = "account")]
pub struct FtpSettings {
    /// The account.
    pub account: UserName,
    /// Whether anybody may read its public folder.
    pub anonymous: Flag,
    /// Whether anybody may put files into the folder for that.
    pub incoming: Flag,
    /// What is said to those who come.
    pub welcome: String,
}
