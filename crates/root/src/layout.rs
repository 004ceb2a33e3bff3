//! Where a machine's services find what is written for them.

use std::{
    net::{IpAddr, Ipv4Addr},
    path::PathBuf,
};

use serde::{Deserialize, Serialize};

use crate::Service;

/// The places of one machine: read by `innkeeper-root` from a file of root's, and known to the server,
/// which renders configurations with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Layout {
    /// The user that the server runs as: it alone, beside root, may call.
    pub server: String,
    /// The folder of what is written for the services, a folder a service below it.
    pub config: PathBuf,
    /// The folder of what the services keep: databases, queues.
    pub state: PathBuf,
    /// The folder of sockets and process ids.
    pub run: PathBuf,
    /// The folder of the services' logs.
    pub logs: PathBuf,
    /// The folder of homes.
    pub homes: PathBuf,
    /// The folder of what each new home has from the start.
    pub skeleton: PathBuf,
    /// The folder in which the name service finds users.
    pub users: PathBuf,
    /// The ids that users of accounts may have.
    pub uids: Uids,
    /// Whether a password that has to be changed first keeps its user out of FTP too.
    pub forced_change_blocks_services: bool,
    /// The address that the services listen on.
    pub listen: IpAddr,
    /// The ports that they listen on.
    pub ports: Ports,
    /// Who starts, ends and reloads the services.
    pub supervision: Supervision,
    /// The services that this machine runs.
    pub services: Vec<Service>,
}

impl Default for Layout {
    fn default() -> Self {
        Self {
            server: "innkeeper".to_owned(),
            config: "/etc/innkeeper/services".into(),
            state: "/var/lib/innkeeper-services".into(),
            run: "/run/innkeeper-services".into(),
            logs: "/var/log/innkeeper".into(),
            homes: "/home".into(),
            skeleton: "/etc/skel".into(),
            users: "/etc/userdb".into(),
            uids: Uids::default(),
            forced_change_blocks_services: true,
            listen: Ipv4Addr::UNSPECIFIED.into(),
            ports: Ports::default(),
            supervision: Supervision::default(),
            services: Service::ALL.to_vec(),
        }
    }
}

/// A range of user ids, and of the group ids that are the same numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Uids {
    /// The first.
    pub first: u32,
    /// The last.
    pub last: u32,
}

impl Default for Uids {
    /// Above what Debian gives to people, below what systemd and containers take.
    fn default() -> Self {
        Self { first: 5_000, last: 59_999 }
    }
}

impl Uids {
    /// Whether an id is one of them.
    pub fn contain(&self, id: u32) -> bool {
        (self.first..=self.last).contains(&id)
    }
}

/// The ports of the services.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Ports {
    /// HTTP.
    pub web: u16,
    /// HTTPS.
    pub web_tls: u16,
    /// DNS, UDP and TCP.
    pub dns: u16,
    /// The name server's own HTTP API, on loopback.
    pub dns_api: u16,
    /// SMTP.
    pub smtp: u16,
    /// SMTP for mail of the machine's own users, with STARTTLS.
    pub submission: u16,
    /// SMTP for mail of the machine's own users, over TLS.
    pub submissions: u16,
    /// IMAP.
    pub imap: u16,
    /// IMAP over TLS.
    pub imaps: u16,
    /// POP3.
    pub pop3: u16,
    /// POP3 over TLS.
    pub pop3s: u16,
    /// FTP.
    pub ftp: u16,
    /// `MariaDB`, beside its socket.
    pub mysql: u16,
    /// PostgreSQL, beside its socket.
    pub postgresql: u16,
}

impl Ports {
    /// Each as the next one that is given.
    pub fn each(mut next: impl FnMut() -> u16) -> Self {
        Self {
            web: next(),
            web_tls: next(),
            dns: next(),
            dns_api: next(),
            smtp: next(),
            submission: next(),
            submissions: next(),
            imap: next(),
            imaps: next(),
            pop3: next(),
            pop3s: next(),
            ftp: next(),
            mysql: next(),
            postgresql: next(),
        }
    }
}

impl Default for Ports {
    /// Where everybody looks for them.
    fn default() -> Self {
        Self {
            web: 80,
            web_tls: 443,
            dns: 53,
            dns_api: 8081,
            smtp: 25,
            submission: 587,
            submissions: 465,
            imap: 143,
            imaps: 993,
            pop3: 110,
            pop3s: 995,
            ftp: 21,
            mysql: 3306,
            postgresql: 5432,
        }
    }
}

/// Who starts, ends and reloads the services.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Supervision {
    /// systemd, by its units.
    #[default]
    Systemd,
    /// The privileged process itself, as their parent.
    Own,
}
