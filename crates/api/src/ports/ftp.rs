//! The FTP server. An account's own login is that of the operating system's user, with the whole
//! home; what is here comes besides.

use super::Usage;
use crate::{Limit, Result, UserName, function::Account};

/// The FTP server.
pub trait Ftp: Send + Sync {
    /// Serves an account's logins so, and makes the folders that they see.
    fn apply(&self, state: &FtpState) -> Result<()>;
    /// Serves the account's logins no more.
    fn withdraw(&self, account: &UserName) -> Result<()>;
    /// Every account that carries our mark, for the reconciler.
    fn list(&self) -> Result<Vec<UserName>>;
    /// Measures what a folder below the home holds.
    fn folder_usage(&self, account: &Account, path: &str) -> Result<Usage>;
    /// Removes a folder below the home with all that is in it.
    fn remove_folder(&self, account: &Account, path: &str) -> Result<()>;
    /// What serves.
    fn server(&self) -> Result<FtpServer>;
    /// Who of the account is connected.
    fn sessions(&self, account: &Account) -> Result<Vec<FtpSession>>;
    /// Ends the connections of one login of the account, or of all.
    fn end_sessions(&self, account: &Account, login: Option<&str>) -> Result<()>;
}

/// What an account's FTP should be.
#[derive(Clone, PartialEq, Eq)]
pub struct FtpState {
    /// The account.
    pub account: UserName,
    /// Whether logins are refused for now.
    pub locked: bool,
    /// The logins.
    pub logins: Vec<FtpUser>,
    /// Whether anybody may read the public folder.
    pub anonymous: bool,
    /// Whether anybody may put files into the folder for that.
    pub incoming: bool,
    /// What is said to those who come.
    pub welcome: String,
}

/// A login as the server must know it.
#[derive(Clone, PartialEq, Eq)]
pub struct FtpUser {
    /// The login, `NAME@DOMAIN`.
    pub login: String,
    /// The folder that it sees, below the account's home; empty for all of it.
    pub home: String,
    /// The password as crypt(3) writes it.
    pub password: String,
    /// How many MiB it may store.
    pub quota: Limit,
}

/// What serves FTP.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FtpServer {
    /// The program; `None` where none does.
    pub program: Option<FtpProgram>,
    /// The port.
    pub port: u16,
}

/// A program that serves FTP.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FtpProgram {
    /// Pure-FTPd.
    PureFtpd,
    /// `ProFTPD`.
    ProFtpd,
}

/// A connection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FtpSession {
    /// The login.
    pub login: String,
    /// From where.
    pub host: String,
    /// The process that serves it.
    pub process: u32,
    /// Its command line.
    pub command: String,
    /// The file that goes over it, and whether it comes to the server; `None` where none does.
    pub file: Option<(String, bool)>,
    /// When it began.
    pub since: crate::UnixTime,
}
