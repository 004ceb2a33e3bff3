//! The files that are written for services: a closed list of kinds, each with its folder, its owner
//! and its service.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::{
    Layout, Name, Service,
    services::{dovecot, exim},
};

/// A kind of file that is written for a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// The site of a domain, of what [`crate::WebSite::write`] says.
    ApacheSite,
    /// That of an address whose visitors name no site, named `ADDRESS@DOMAIN`; its content is made by
    /// the privileged process.
    ApachePrimary,
    /// Where it is there, visitors of plain HTTP are sent to HTTPS; it holds nothing.
    ApacheHttps,
    /// The certificates and the key of a domain, in one file that root alone reads.
    ApacheTls,
    /// The virtual host that shows them, named `ORDER@DOMAIN`, where `ORDER` is three digits; its content
    /// is made by the privileged process.
    ApacheCertificate,
    /// The pool of processes of an account, of what [`crate::Pool::write`] says.
    FpmPool,
    /// The FTP logins of an account besides its own, of what [`crate::FtpLogins::write`] says.
    FtpLogins,
    /// The own FTP login of an account, likewise.
    FtpOwner,
    /// What becomes of mail for a domain, and which of its addresses may send.
    MailRoutes,
    /// Whether an account may send mail, and how much.
    MailSender,
    /// The private key that signs a domain's mail.
    DkimKey,
    /// The logins of a domain's mailboxes, and where their mail lies.
    MailUsers,
    /// The login of an account's own mailbox.
    MailLogin,
}

/// One file: its kind, and the user, domain or mailbox that it is of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Managed {
    /// The kind.
    pub kind: Kind,
    /// Whose it is.
    pub name: Name,
}

/// A file as it should be.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The file.
    pub file: Managed,
    /// What it should hold; [`None`] where it should not be.
    pub content: Option<Vec<u8>>,
}

/// The files of changes, for the log.
pub(crate) fn told(changes: &[Change]) -> String {
    let one = |change: &Change| {
        let done = if change.content.is_some() { "" } else { "no " };
        format!("{done}{:?} {}", change.file.kind, change.file.name)
    };
    let told: Vec<_> = changes.iter().take(3).map(one).collect();
    match changes.len().saturating_sub(3) {
        0 => told.join(", "),
        more => format!("{} and {more} more", told.join(", ")),
    }
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 13] = [
        Self::ApacheSite,
        Self::ApachePrimary,
        Self::ApacheHttps,
        Self::ApacheTls,
        Self::ApacheCertificate,
        Self::FpmPool,
        Self::FtpLogins,
        Self::FtpOwner,
        Self::MailRoutes,
        Self::MailSender,
        Self::DkimKey,
        Self::MailUsers,
        Self::MailLogin,
    ];

    /// The service that reads such files.
    pub fn service(self) -> Service {
        match self {
            Self::ApacheSite
            | Self::ApachePrimary
            | Self::ApacheHttps
            | Self::ApacheTls
            | Self::ApacheCertificate => Service::Apache,
            Self::FpmPool => Service::PhpFpm,
            Self::FtpLogins | Self::FtpOwner => Service::PureFtpd,
            Self::MailRoutes | Self::MailSender | Self::DkimKey => Service::Exim,
            Self::MailUsers | Self::MailLogin => Service::Dovecot,
        }
    }

    /// Whether such a file is in force once it is there, or once its service is told, which costs
    /// nothing: then nobody gains by waiting for others.
    pub(crate) fn is_at_once(self) -> bool {
        match self {
            Self::ApacheSite
            | Self::ApacheHttps
            | Self::FpmPool
            | Self::MailRoutes
            | Self::MailSender
            | Self::DkimKey
            | Self::MailUsers
            | Self::MailLogin => true,
            Self::ApachePrimary
            | Self::ApacheTls
            | Self::ApacheCertificate
            | Self::FtpLogins
            | Self::FtpOwner => false,
        }
    }

    /// Their folder, below that of the service.
    pub(crate) fn folder(self) -> &'static str {
        match self {
            Self::ApacheSite => "sites",
            Self::ApachePrimary => "primaries",
            Self::ApacheHttps => "https",
            Self::ApacheTls => "tls",
            Self::ApacheCertificate => "certificates",
            Self::FpmPool => "pools",
            Self::FtpLogins => "logins",
            Self::FtpOwner => "owners",
            Self::MailRoutes | Self::MailUsers => "domains",
            Self::MailSender | Self::MailLogin => "accounts",
            Self::DkimKey => "keys",
        }
    }

    /// Where their folder lies.
    pub(crate) fn place(self, layout: &Layout) -> PathBuf {
        layout.config.join(self.service().name()).join(self.folder())
    }

    /// Their mode, and their owner and group by name.
    pub(crate) fn access(self) -> (u32, (&'static str, &'static str)) {
        match self {
            Self::ApacheSite
            | Self::ApachePrimary
            | Self::ApacheHttps
            | Self::ApacheCertificate
            | Self::FpmPool => (0o644, ("root", "root")),
            Self::ApacheTls | Self::FtpLogins | Self::FtpOwner => (0o600, ("root", "root")),
            Self::MailRoutes | Self::MailSender | Self::DkimKey => (0o640, ("root", exim::USER)),
            Self::MailUsers | Self::MailLogin => (0o640, ("root", dovecot::GROUP)),
        }
    }

    /// How their names end.
    pub(crate) fn ending(self) -> &'static str {
        match self {
            Self::ApachePrimary | Self::ApacheCertificate | Self::FpmPool => ".conf",
            Self::ApacheTls => ".pem",
            Self::FtpLogins | Self::FtpOwner => ".passwd",
            // They are looked for by the very name.
            Self::ApacheSite
            | Self::ApacheHttps
            | Self::MailRoutes
            | Self::MailSender
            | Self::DkimKey => "",
            Self::MailUsers | Self::MailLogin => ".users",
        }
    }
}

impl Managed {
    /// Where it lies.
    pub fn path(&self, layout: &Layout) -> PathBuf {
        self.kind.place(layout).join(format!("{}{}", self.name, self.kind.ending()))
    }
}
