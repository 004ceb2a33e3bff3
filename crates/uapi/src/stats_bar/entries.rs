//! What the bar of statistics can show: amounts with their limits, and plain facts.

use api::{Cx, Engine, Result};
use functions::{
    COMPATIBLE_VERSION,
    domain::figures::{Figure, Figures},
};

/// An amount that can be shown.
pub(super) struct Measured {
    /// Its key.
    pub(super) id: &'static str,
    /// Its name for people.
    pub(super) item: &'static str,
    /// What it is.
    pub(super) figure: Figure,
    /// Whether it is an amount of bytes.
    pub(super) in_bytes: bool,
    /// The module that it is from, and the feature that it belongs to.
    pub(super) module: &'static str,
    pub(super) feature: &'static str,
}

const fn counted(
    [id, item, module, feature]: [&'static str; 4],
    figure: Figure,
    in_bytes: bool,
) -> Measured {
    Measured { id, item, figure, in_bytes, module, feature }
}

/// All of them.
pub(super) const MEASURED: &[Measured] = &[
    counted(["diskusage", "Disk Usage", "Quota", "diskusageviewer"], Figure::Disk, true),
    counted(["fileusage", "File Usage", "Quota", "diskusageviewer"], Figure::Files, false),
    counted(
        ["bandwidthusage", "Monthly Bandwidth Transfer", "Stats", "bandwidth"],
        Figure::Traffic,
        true,
    ),
    counted(
        ["addondomains", "Addon Domains", "AddonDomain", "addondomains"],
        Figure::AddonDomains,
        false,
    ),
    counted(["subdomains", "Subdomains", "SubDomain", "subdomains"], Figure::Subdomains, false),
    counted(["parkeddomains", "Aliases", "Park", "parkeddomains"], Figure::Aliases, false),
    counted(
        ["mysqldatabases", "MySQL® Databases", "Mysql", "mysql"],
        Figure::Databases(Engine::Mysql),
        false,
    ),
    counted(
        ["sqldatabases", "Databases", "Mysql", "mysql"],
        Figure::Databases(Engine::Mysql),
        false,
    ),
    counted(
        ["mysqldiskusage", "MySQL® Disk Usage", "Mysql", "mysql"],
        Figure::DatabaseSpace(Engine::Mysql),
        true,
    ),
    counted(
        ["cachedmysqldiskusage", "MySQL® Disk Usage", "Mysql", "mysql"],
        Figure::DatabaseSpace(Engine::Mysql),
        true,
    ),
    counted(
        ["postgresqldatabases", "PostgreSQL Databases", "Postgresql", "postgres"],
        Figure::Databases(Engine::Postgresql),
        false,
    ),
    counted(
        ["postgresdiskusage", "PostgreSQL Disk Usage", "Postgresql", "postgres"],
        Figure::DatabaseSpace(Engine::Postgresql),
        true,
    ),
    counted(
        ["cachedpostgresdiskusage", "PostgreSQL Disk Usage", "Postgresql", "postgres"],
        Figure::DatabaseSpace(Engine::Postgresql),
        true,
    ),
    counted(["emailaccounts", "Email Accounts", "Email", "popaccts"], Figure::Mailboxes, false),
    counted(
        ["emailforwarders", "Email Forwarders", "Email", "forwarders"],
        Figure::Forwarders,
        false,
    ),
    counted(
        ["autoresponders", "Autoresponders", "Email", "autoresponders"],
        Figure::Autoresponders,
        false,
    ),
    counted(["emailfilters", "Email Filters", "Email", "emailfilter"], Figure::Filters, false),
    counted(["mailinglists", "Mailing Lists", "Email", "lists"], Figure::MailingLists, false),
    counted(["ftpaccounts", "FTP Accounts", "Ftp", "ftpaccts"], Figure::FtpLogins, false),
];

/// A plain fact by its key: its name for people and what it is; none where the server does not know.
pub(super) fn fact(
    cx: &Cx<'_>,
    figures: &Figures<'_>,
    id: &str,
) -> Result<Option<(&'static str, String)>> {
    let account = figures.account().record();
    let hostname = || cx.host.system.hostname();
    let short = |name: String| name.split('.').next().unwrap_or_default().to_owned();
    Ok(Some(match id {
        "hostname" => ("Hostname", hostname()?),
        "shorthostname" => ("Server Name", short(hostname()?)),
        "hostingpackage" => ("Hosting Package", account.package.to_string()),
        "theme" => ("Theme", account.theme.clone()),
        "cpanelversion" => ("API Version", COMPATIBLE_VERSION.to_owned()),
        "dedicatedip" if account.dedicated_ip.0 => ("Dedicated IP Address", account.ip.clone()),
        "sharedip" if !account.dedicated_ip.0 => ("Shared IP Address", account.ip.clone()),
        "localip" => ("Local IP Address", account.ip.clone()),
        "mysqlversion" => ("MySQL® Version", cx.host.databases.server(Engine::Mysql)?.version),
        "operatingsystem" => ("Operating System", std::env::consts::OS.to_owned()),
        "machinetype" => ("Architecture", std::env::consts::ARCH.to_owned()),
        _ => return Ok(None),
    }))
}
