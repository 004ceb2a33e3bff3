//! The programs that serve on a machine.

use crate::Word;

/// A program that serves, or a part of one that has a name of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Word)]
pub enum Daemon {
    /// The programs of sites.
    #[word("apache_php_fpm")]
    PhpFpm,
    /// This server.
    #[word("cpsrvd")]
    Server,
    /// Mail that is sent and taken.
    #[word("exim")]
    Exim,
    /// FTP.
    #[word("ftpd")]
    Ftp,
    /// Sites.
    #[word("httpd")]
    Web,
    /// Mail that is read, by IMAP.
    #[word("imap")]
    Imap,
    /// Mail that is put into mailboxes.
    #[word("lmtp")]
    Lmtp,
    /// Databases of MySQL.
    #[word("mysql")]
    Mysql,
    /// Zones.
    #[word("named")]
    Dns,
    /// Mail that is read, by POP3.
    #[word("pop")]
    Pop,
    /// Databases of PostgreSQL.
    #[word("postgresql")]
    Postgresql,
}
