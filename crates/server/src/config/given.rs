//! Everything that can be set, each once: an option of the command line and a key of the file.

use std::{net::IpAddr, path::PathBuf};

use api::{HostName, UserName, function::TokensOnChange};
use serde::{Deserialize, Deserializer, de::Error as _};

use super::{Port, StoreUrl};

/// What one place sets: the command line or the file. What has no option stands in the file only.
#[derive(Debug, Clone, Default, clap::Args, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Given {
    /// The folder of everything that is kept: `INNKEEPER_DATA`, or `/var/lib/innkeeper` for root,
    /// or `$XDG_STATE_HOME/innkeeper` (`~/.local/state/innkeeper`), unless it is named here
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// The address that the listeners are on [default: 127.0.0.1]
    #[arg(long, value_name = "ADDR")]
    pub listen: Option<IpAddr>,
    /// The port of WHM over TLS; 0 takes any free one, `off` none [default: 2087]
    #[arg(long, value_name = "PORT")]
    pub whm_port: Option<Port>,
    /// The port of WHM in plain text [default: off]
    #[arg(long, value_name = "PORT")]
    pub whm_plain_port: Option<Port>,
    /// The port of accounts over TLS [default: 2083]
    #[arg(long, value_name = "PORT")]
    pub cpanel_port: Option<Port>,
    /// The port of accounts in plain text [default: off]
    #[arg(long, value_name = "PORT")]
    pub cpanel_plain_port: Option<Port>,
    /// The port of mailboxes over TLS [default: 2096]
    #[arg(long, value_name = "PORT")]
    pub webmail_port: Option<Port>,
    /// The port of mailboxes in plain text [default: off]
    #[arg(long, value_name = "PORT")]
    pub webmail_plain_port: Option<Port>,
    /// The port of the DNS server, UDP and TCP [default: 5300]
    #[arg(long, value_name = "PORT")]
    pub dns_port: Option<Port>,
    /// The port of the accounts' sites [default: 8080]
    #[arg(long, value_name = "PORT")]
    pub web_port: Option<Port>,
    /// The port of the accounts' sites over TLS [default: 8443]
    #[arg(long, value_name = "PORT")]
    pub web_tls_port: Option<Port>,
    /// The port of figures for Prometheus, on a loopback address [default: 9287]
    #[arg(long, value_name = "PORT")]
    pub metrics_port: Option<Port>,
    /// The store: `sqlite:PATH` or `postgres://USER@HOST/DATABASE`; a password in it belongs in the
    /// file or in `INNKEEPER_STORE` [default: a file in DIR]
    #[arg(long, value_name = "URL")]
    pub store: Option<StoreUrl>,
    /// The layout of the services of this machine, which are driven then; without it, the sandbox's
    /// own machine serves
    #[arg(long, value_name = "FILE")]
    pub layout: Option<PathBuf>,
    /// The socket of the privileged process [default: /run/innkeeper-root/socket]
    #[arg(long, value_name = "PATH", requires = "layout")]
    pub root_socket: Option<PathBuf>,
    /// The host's full name, where it is not the system's
    #[arg(long, value_name = "NAME")]
    pub hostname: Option<String>,
    /// Where the machines of the accounts are: `one`, this one, or `store`, on the hosts that the store
    /// names, each with an `innkeeper work` of its own [default: one]
    #[arg(long, value_name = "WHERE")]
    pub hosts: Option<HostsAre>,
    /// Which of the store's hosts this machine is.
    #[arg(skip)]
    pub host: Option<HostName>,
    /// The host that new accounts are placed on, where it is not the one with the fewest.
    #[arg(skip)]
    pub new_accounts_on: Option<HostName>,
    /// The address of accounts without one of their own.
    #[arg(skip)]
    pub shared_ip: Option<IpAddr>,
    /// The nameservers of new zones.
    #[arg(skip)]
    pub nameservers: Option<Vec<String>>,
    /// The theme of new accounts.
    #[arg(skip)]
    pub theme: Option<String>,
    /// The folder of homes, as accounts see it.
    #[arg(skip)]
    pub home_base: Option<String>,
    /// How many former passwords may not be chosen again at a forced change, 0 to 24.
    #[arg(skip)]
    pub password_history: Option<u64>,
    /// Whether a forced change ends the use of the user's API tokens until it is made.
    #[arg(skip)]
    pub forced_change_blocks_tokens: Option<bool>,
    /// What a change of password does to the user's API tokens: `keep`, `suspend` or `revoke`.
    #[arg(skip)]
    #[serde(deserialize_with = "tokens_on_change")]
    pub tokens_on_password_change: Option<TokensOnChange>,
    /// The strength that a first start sets for new passwords, 0 to 100.
    #[arg(skip)]
    pub minimum_password_strength: Option<u8>,
    /// What a password hash costs, 1 to 11, as yescrypt counts it.
    #[arg(skip)]
    pub hash_cost: Option<u8>,
    /// Every how many hours the homes are measured, at most 8760; 0 for never.
    #[arg(skip)]
    pub measure_hours: Option<u32>,
    /// How many days the audit is kept, at most 36500; 0 for ever.
    #[arg(skip)]
    pub audit_days: Option<u32>,
    /// The other servers of the DNS cluster, each in a section `[[dns_cluster]]`.
    #[arg(skip)]
    pub dns_cluster: Vec<GivenMember>,
    /// The bounds of the front.
    #[arg(skip)]
    pub limits: GivenLimits,
}

/// A member of the DNS cluster, in a section `[[dns_cluster]]` of the file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GivenMember {
    /// The address of its WHM, with a port where that is not 2087.
    pub address: String,
    /// The name that its certificate must have; without one, the address.
    pub hostname: Option<String>,
    /// Who we are there; root unless it is said.
    pub user: Option<UserName>,
    /// The file with that user's API token, which nobody else may read.
    pub token_file: PathBuf,
    /// Authorities that may sign its certificate, or that certificate itself; PEM. Those of the
    /// machine unless it is said.
    pub ca_file: Option<PathBuf>,
    /// The SHA-256 of its certificate, which is the only one that counts then.
    pub fingerprint: Option<String>,
    /// Whose cluster it is in, of this server's users; root's unless it is said.
    pub owner: Option<UserName>,
}

/// Where the machines of the accounts are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum HostsAre {
    /// There is one, this one
    One,
    /// The store names them
    Store,
}

/// The bounds of the front that are set, in the file's section `[limits]`.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct GivenLimits {
    /// Connections at a time.
    pub connections: Option<usize>,
    /// Connections at a time from one address.
    pub connections_per_source: Option<usize>,
    /// Calls at work at a time.
    pub calls: Option<usize>,
    /// Calls waiting for their turn.
    pub calls_waiting: Option<usize>,
    /// Those of one caller.
    pub calls_waiting_per_caller: Option<usize>,
}

fn tokens_on_change<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<TokensOnChange>, D::Error> {
    let word = String::deserialize(deserializer)?;
    api::Param::read(&[word.as_str()]).map(Some).map_err(D::Error::custom)
}
