//! The programs that serve, by the names that callers have for them.

use api::{Cx, Error, Kind, Result, ports::Daemon};

/// A name, with what it is shown as. Most are of programs that this server never has.
pub struct Known {
    /// The name.
    pub name: &'static str,
    /// What it is shown as.
    pub display: &'static str,
}

/// Every name, in order.
pub const ALL: [Known; 31] = [
    known("apache_php_fpm", "PHP-FPM for sites"),
    known("clamd", "ClamAV"),
    known("cpanel-dovecot-solr", "Search in mail"),
    known("cpanel_php_fpm", "PHP-FPM for applications"),
    known("cpanellogd", "Bandwidth and logs"),
    known("cpdavd", "WebDAV, calendars and contacts"),
    known("cpgreylistd", "Greylisting"),
    known("cphulkd", "Protection from guessing"),
    known("cpsrvd", "Innkeeper"),
    known("crond", "Cron"),
    known("dnsadmin", "DNS administration"),
    known("exim", "Exim (SMTP)"),
    known("exim-altport", "Exim on another port"),
    known("ftpd", "FTP"),
    known("httpd", "Web server"),
    known("imap", "IMAP"),
    known("ipaliases", "IP addresses"),
    known("lmtp", "LMTP"),
    known("mailman", "Mailing lists"),
    known("mysql", "MySQL"),
    known("named", "DNS"),
    known("nscd", "Cache of names"),
    known("p0f", "Fingerprints of clients"),
    known("pop", "POP3"),
    known("postgresql", "PostgreSQL"),
    known("queueprocd", "Queued tasks"),
    known("rsyslogd", "System log (rsyslog)"),
    known("spamd", "SpamAssassin"),
    known("sshd", "SSH"),
    known("syslogd", "System log"),
    known("tailwatchd", "Watch of logs"),
];

const fn known(name: &'static str, display: &'static str) -> Known {
    Known { name, display }
}

/// Those of that name, or all. The parameter is `service`.
pub fn named(name: Option<&str>) -> Result<Vec<&'static Known>> {
    let found: Vec<_> = ALL.iter().filter(|one| name.is_none_or(|name| name == one.name)).collect();
    if found.is_empty() {
        return Err(Error::param("service", "is no name of a service"));
    }
    Ok(found)
}

/// Ends the program of that name, and starts it again. The parameter is `service`.
pub fn restart(cx: &Cx<'_>, name: &str) -> Result<()> {
    named(Some(name))?;
    let all = cx.host.system.daemons()?;
    let found = name.parse::<Daemon>().ok().filter(|it| all.iter().any(|(one, _)| one == it));
    let Some(daemon) = found else {
        let said = format!("service: “{name}” is not driven by this server.");
        return Err(Error::new(Kind::Conflict, said));
    };
    cx.host.system.restart(daemon)
}
