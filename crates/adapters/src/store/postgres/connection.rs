//! Where a database is, and connections to it.

use std::time::Duration;

use api::{Error, Kind, Result};
use postgres::{
    Client, Config, NoTls,
    config::{Host, TargetSessionAttrs},
};

use crate::store::schema;

/// The schema's version, where the database has one.
pub(crate) fn version(client: &mut Client) -> Result<Option<i32>, postgres::Error> {
    let there = format!("SELECT to_regclass('{}') IS NOT NULL", schema::HISTORY);
    if !client.query_one(&there, &[])?.try_get(0)? {
        return Ok(None);
    }
    client.query_one(schema::NEWEST, &[])?.try_get(0)
}

/// What a URL says, with limits.
pub(crate) fn configuration(url: &str) -> Result<Config> {
    let config = url.parse::<Config>().map_err(|_| {
        // The parser's own words might repeat a part of the password.
        let message = "The store's URL is not of the form postgres://USER:PASSWORD@HOST/DATABASE \
                       (special characters are written %XX).";
        Error::new(Kind::BadParam, message)
    })?;
    Ok(careful(config))
}

/// Connects to the database of that name.
pub(crate) fn connect(config: &Config, name: &str) -> Result<Client> {
    config.connect(NoTls).map_err(|err| {
        let message = format!("The store {name} cannot be reached: {err}.");
        Error::new(Kind::Unavailable, message).because(err)
    })
}

/// Where the database is, without the password.
pub(crate) fn name(config: &Config) -> String {
    let hosts: Vec<_> = config
        .get_hosts()
        .iter()
        .map(|host| match host {
            Host::Tcp(host) => host.clone(),
            Host::Unix(path) => path.display().to_string(),
        })
        .collect();
    let database = config.get_dbname().or(config.get_user()).unwrap_or_default();
    format!("postgres://{}/{database}", hosts.join(","))
}

/// The configuration with limits for how long a dead network is waited for, unless it has them. Where
/// several servers are named, it is the one that may be written that is meant, and it must be soon that
/// one counts as gone.
fn careful(mut config: Config) -> Config {
    let many = config.get_hosts().len() > 1;
    if many && config.get_target_session_attrs() == TargetSessionAttrs::Any {
        config.target_session_attrs(TargetSessionAttrs::ReadWrite);
    }
    if many && config.get_keepalives_interval().is_none() {
        config.keepalives_idle(Duration::from_secs(3)).keepalives_interval(Duration::from_secs(2));
        config.keepalives_retries(3);
    }
    let (connect, silent) = if many { (2, 6) } else { (5, 30) };
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(Duration::from_secs(connect));
    }
    if config.get_tcp_user_timeout().is_none() {
        config.tcp_user_timeout(Duration::from_secs(silent));
    }
    if config.get_application_name().is_none() {
        config.application_name("innkeeper");
    }
    config
}
