//! The services that callers ask for by name.

use api::{Cx, Error, Kind, Result, Word, ports::Daemon};

use super::dns::program;

/// A service by its name. Most are of programs that this server never has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum ServiceName {
    /// PHP-FPM for sites.
    #[word("apache_php_fpm")]
    ApachePhpFpm,
    /// `ClamAV`.
    #[word("clamd")]
    Clamd,
    /// Search in mail.
    #[word("cpanel-dovecot-solr")]
    DovecotSolr,
    /// PHP-FPM for applications.
    #[word("cpanel_php_fpm")]
    CpanelPhpFpm,
    /// Bandwidth and logs.
    #[word("cpanellogd")]
    Cpanellogd,
    /// `WebDAV`, calendars and contacts.
    #[word("cpdavd")]
    Cpdavd,
    /// Greylisting.
    #[word("cpgreylistd")]
    Cpgreylistd,
    /// Protection from guessing.
    #[word("cphulkd")]
    Cphulkd,
    /// Innkeeper.
    #[word("cpsrvd")]
    Cpsrvd,
    /// Cron.
    #[word("crond")]
    Crond,
    /// DNS administration.
    #[word("dnsadmin")]
    Dnsadmin,
    /// Exim (SMTP).
    #[word("exim")]
    Exim,
    /// Exim on another port.
    #[word("exim-altport")]
    EximAltport,
    /// FTP.
    #[word("ftpd")]
    Ftpd,
    /// Web server.
    #[word("httpd")]
    Httpd,
    /// IMAP.
    #[word("imap")]
    Imap,
    /// IP addresses.
    #[word("ipaliases")]
    Ipaliases,
    /// LMTP.
    #[word("lmtp")]
    Lmtp,
    /// Mailing lists.
    #[word("mailman")]
    Mailman,
    /// `MySQL`.
    #[word("mysql")]
    Mysql,
    /// DNS.
    #[word("named")]
    Named,
    /// Cache of names.
    #[word("nscd")]
    Nscd,
    /// Fingerprints of clients.
    #[word("p0f")]
    P0f,
    /// POP3.
    #[word("pop")]
    Pop,
    /// PostgreSQL.
    #[word("postgresql")]
    Postgresql,
    /// Queued tasks.
    #[word("queueprocd")]
    Queueprocd,
    /// System log (rsyslog).
    #[word("rsyslogd")]
    Rsyslogd,
    /// `SpamAssassin`.
    #[word("spamd")]
    Spamd,
    /// SSH.
    #[word("sshd")]
    Sshd,
    /// System log.
    #[word("syslogd")]
    Syslogd,
    /// Watch of logs.
    #[word("tailwatchd")]
    Tailwatchd,
}

impl ServiceName {
    /// What it is shown as.
    pub fn display(self) -> &'static str {
        match self {
            Self::ApachePhpFpm => "PHP-FPM for sites",
            Self::Clamd => "ClamAV",
            Self::DovecotSolr => "Search in mail",
            Self::CpanelPhpFpm => "PHP-FPM for applications",
            Self::Cpanellogd => "Bandwidth and logs",
            Self::Cpdavd => "WebDAV, calendars and contacts",
            Self::Cpgreylistd => "Greylisting",
            Self::Cphulkd => "Protection from guessing",
            Self::Cpsrvd => "Innkeeper",
            Self::Crond => "Cron",
            Self::Dnsadmin => "DNS administration",
            Self::Exim => "Exim (SMTP)",
            Self::EximAltport => "Exim on another port",
            Self::Ftpd => "FTP",
            Self::Httpd => "Web server",
            Self::Imap => "IMAP",
            Self::Ipaliases => "IP addresses",
            Self::Lmtp => "LMTP",
            Self::Mailman => "Mailing lists",
            Self::Mysql => "MySQL",
            Self::Named => "DNS",
            Self::Nscd => "Cache of names",
            Self::P0f => "Fingerprints of clients",
            Self::Pop => "POP3",
            Self::Postgresql => "PostgreSQL",
            Self::Queueprocd => "Queued tasks",
            Self::Rsyslogd => "System log (rsyslog)",
            Self::Spamd => "SpamAssassin",
            Self::Sshd => "SSH",
            Self::Syslogd => "System log",
            Self::Tailwatchd => "Watch of logs",
        }
    }

    /// Whether a program serves it.
    pub fn is_of(self, daemon: Daemon) -> bool {
        daemon.as_str() == self.as_str()
    }
}

/// Ends the program that serves it, and starts that again, unless it is switched off. The parameter is `service`.
pub fn restart(cx: &Cx<'_>, service: ServiceName) -> Result<()> {
    let all = cx.host.system.daemons()?;
    let Some((daemon, _)) = all.into_iter().find(|(daemon, _)| service.is_of(*daemon)) else {
        let said = format!("service: “{}” is not driven by this server.", service.as_str());
        return Err(Error::new(Kind::Conflict, said));
    };
    if daemon == Daemon::Dns {
        program::check_on(&*cx.host.store.read()?)?;
    }
    cx.host.system.restart(daemon)
}
