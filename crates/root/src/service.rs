//! The services of a machine.

use serde::{Deserialize, Serialize};

/// A service that is driven.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Service {
    /// Apache httpd.
    Apache,
    /// PHP-FPM.
    PhpFpm,
    /// The `PowerDNS` authoritative server.
    PowerDns,
    /// Exim.
    Exim,
    /// Dovecot.
    Dovecot,
    /// Pure-FTPd.
    PureFtpd,
    /// `MariaDB`.
    Mariadb,
    /// PostgreSQL.
    Postgresql,
}

impl Service {
    /// Each of them, in the order in which they are started.
    pub const ALL: [Self; 8] = [
        Self::Mariadb,
        Self::Postgresql,
        Self::PowerDns,
        Self::PhpFpm,
        Self::Apache,
        Self::Dovecot,
        Self::Exim,
        Self::PureFtpd,
    ];

    /// Its name: of its folder, in logs and in what people read.
    pub fn name(self) -> &'static str {
        match self {
            Self::Apache => "apache",
            Self::PhpFpm => "php-fpm",
            Self::PowerDns => "powerdns",
            Self::Exim => "exim",
            Self::Dovecot => "dovecot",
            Self::PureFtpd => "pure-ftpd",
            Self::Mariadb => "mariadb",
            Self::Postgresql => "postgresql",
        }
    }

    /// The service of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|service| service.name() == name)
    }

    /// Whether what it runs may gain rights as its files say: mail is handed over by `sendmail`, which
    /// is Exim, and Exim becomes the user that it delivers to.
    pub(crate) fn gains_rights(self) -> bool {
        matches!(self, Self::Exim | Self::PhpFpm | Self::Apache)
    }
}
