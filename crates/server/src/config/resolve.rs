//! The command line, the environment, the file and the defaults, made into one configuration.

use std::{
    fmt::Display,
    fs, io,
    net::{IpAddr, Ipv4Addr},
    os::unix::fs::MetadataExt as _,
    path::Path,
    sync::Arc,
};

use adapters::system::{Cost, Linux};
use api::{
    DomainName,
    function::{Hosts, Settings, TokensOnChange},
    ports::System as _,
};
use rustix::process::{getegid, geteuid};

use super::{
    Config, Driven, Environment, Given, Limits, Port, Ports, StoreUrl, checks, cluster,
    data_folder,
    given::{GivenLimits, HostsAre},
};

/// Where the privileged process listens unless it is said otherwise.
const ROOT_SOCKET: &str = "/run/innkeeper-root/socket";

/// The configuration: options before the environment before the file before the defaults. The file
/// is `file`, or that of the host where no data folder is named, or `innkeeper.toml` in the data folder
/// where there is one.
pub fn resolve(
    options: Given,
    file: Option<&Path>,
    environment: &Environment,
) -> Result<Config, String> {
    let somewhere = options.data.is_some() || environment.data.is_some();
    let file = file.or(environment.host.as_deref().filter(|_| !somewhere));
    let named = file.map(read).transpose()?;
    let data = options.data.as_deref().or(environment.data.as_deref());
    let data = data.or(named.as_ref().and_then(|file| file.data.as_deref()));
    let data = data_folder(data, environment)?;
    let file = match named {
        Some(file) => file,
        None => in_folder(&data)?,
    };
    let store = options.store.clone().or_else(|| environment.store.clone());
    let store = store.or_else(|| file.store.clone()).unwrap_or_else(|| StoreUrl::in_folder(&data));
    let listen = options.listen.or(file.listen).unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST));
    let hostname = options.hostname.as_deref().or(file.hostname.as_deref());
    let hostname = hostname.map(checks::hostname).transpose()?;
    let driven = driven(&options, &file)?;
    let mut ports = ports(&options, &file);
    let mut settings = settings(&file, listen, hostname.as_deref())?;
    settings.hosts = hosts(&options, &file, &store)?;
    match &settings.hosts {
        Hosts::One => {}
        Hosts::This(_) => only_accounts(&mut ports, &options, &file),
        Hosts::Elsewhere if driven.is_some() => {
            return Err("hosts: a server whose hosts are the store's has no layout".to_owned());
        }
        Hosts::Elsewhere => (ports.dns, ports.web, ports.web_tls) = (None, None, None),
    }
    if let Some(Driven { layout, .. }) = &driven {
        (ports.dns, ports.web, ports.web_tls) = (None, None, None);
        settings.web_ports = (layout.ports.web, layout.ports.web_tls);
        settings.home_base = homes(layout)?;
        settings.account_ids = Some((layout.uids.first, layout.uids.last));
    }
    Ok(Config {
        data,
        listen,
        ports,
        store,
        driven,
        hostname,
        dns_cluster: cluster::members(&file.dns_cluster)?,
        settings,
        hash_cost: hash_cost(&file)?,
        minimum_password_strength: minimum_strength(&file)?,
        measure_hours: bounded("measure_hours", file.measure_hours, 6, 8_760)?,
        audit_days: bounded("audit_days", file.audit_days, 365, 36_500)?,
        limits: limits(file.limits)?,
    })
}

/// The machine whose services are driven, where a layout is named.
fn driven(options: &Given, file: &Given) -> Result<Option<Driven>, String> {
    let Some(path) = options.layout.as_deref().or(file.layout.as_deref()) else {
        return Ok(None);
    };
    let wrong = |problem: &dyn Display| format!("layout: {}: {problem}", path.display());
    let text = fs::read_to_string(path).map_err(|cause| wrong(&cause))?;
    let layout: root::Layout = toml::from_str(&text).map_err(|cause| wrong(&cause.message()))?;
    let socket = options.root_socket.clone().or_else(|| file.root_socket.clone());
    let socket = socket.unwrap_or_else(|| ROOT_SOCKET.into());
    Ok(Some(Driven { layout: Arc::new(layout), socket }))
}

/// Where the machines of the accounts are.
fn hosts(options: &Given, file: &Given, store: &StoreUrl) -> Result<Hosts, String> {
    let hosts = match (options.host.as_ref().or(file.host.as_ref()), options.hosts.or(file.hosts)) {
        (Some(_), Some(HostsAre::One)) => return Err("host: there are no others".to_owned()),
        (Some(host), _) => Hosts::This(host.clone()),
        (None, Some(HostsAre::Store)) => Hosts::Elsewhere,
        (None, _) => return Ok(Hosts::One),
    };
    if store.reveal().starts_with("postgres") {
        return Ok(hosts);
    }
    Err("hosts: many hosts need a store that they can share: store = \"postgres://USER@HOST/DATABASE\"; \
         that in a file is one machine's"
        .to_owned())
}

/// Leaves of the front's ports those on which the accounts of a host may be asked for what is on it, where
/// they are wanted.
fn only_accounts(ports: &mut Ports, options: &Given, file: &Given) {
    let wanted = |option: Option<Port>, file: Option<Port>| option.or(file).and_then(|port| port.0);
    (ports.whm, ports.whm_plain) = (None, None);
    ports.cpanel = wanted(options.cpanel_port, file.cpanel_port);
    ports.webmail = wanted(options.webmail_port, file.webmail_port);
}

/// The folder of homes as the layout has it.
fn homes(layout: &root::Layout) -> Result<String, String> {
    let homes = layout.homes.to_str().ok_or("layout: the folder of homes is no text")?;
    checks::home_base(homes)
}

fn read(path: &Path) -> Result<Given, String> {
    let text = fs::read_to_string(path).map_err(|cause| format!("{}: {cause}", path.display()))?;
    let given = parse(&text).map_err(|problem| format!("{}: {problem}", path.display()))?;
    let secret = given.store.as_ref().is_some_and(StoreUrl::has_password);
    let (own, metadata) = (server_group(&given), fs::metadata(path));
    match metadata.map(|found| (found.mode() & 0o777, (found.uid(), found.gid()))) {
        Ok((mode, owner)) if secret && !is_private(mode, owner, own) => Err(format!(
            "{0} holds a password and may be used by others (its mode is {mode:o}): chmod 600 {0}; one \
             that belongs to root may be read by the server's own group: chmod 640 {0}",
            path.display()
        )),
        _ => Ok(given),
    }
}

/// The group that the server runs as: this process's; root, who may look into everything, is told by whose
/// the data folder is.
fn server_group(given: &Given) -> u32 {
    let data = given.data.as_deref().filter(|_| geteuid().is_root());
    let of_data = data.and_then(|data| fs::metadata(data).ok());
    of_data.map_or_else(|| getegid().as_raw(), |data| data.gid())
}

/// Whether a file is for nobody but its owner, or is root's, who lets the server's own group read it, as
/// `innkeeper host install` makes it.
pub(super) fn is_private(mode: u32, (user, group): (u32, u32), own_group: u32) -> bool {
    let [is_shared, is_more_than_read] = [0o077, 0o037].map(|bits| mode & bits != 0);
    let is_read_by_own = user == 0 && group == own_group && group != 0;
    !is_shared || (!is_more_than_read && is_read_by_own)
}

/// Reads a file's text. The error does not show the line, which may hold a password.
pub(super) fn parse(text: &str) -> Result<Given, String> {
    toml::from_str(text).map_err(|err| {
        let before = err.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        let number = before.matches('\n').count() + 1;
        match before.rsplit('\n').next().and_then(|line| line.split_once('=')) {
            Some((key, _)) if is_key(key) => {
                format!("line {number}: {}: {}", key.trim(), err.message())
            }
            _ => format!("line {number}: {}", err.message()),
        }
    })
}

/// Whether this is a key, and no part of a value over several lines.
fn is_key(text: &str) -> bool {
    text.trim().chars().all(|c| c.is_ascii_lowercase() || "_.".contains(c))
}

fn in_folder(data: &Path) -> Result<Given, String> {
    let path = data.join("innkeeper.toml");
    match path.try_exists() {
        Ok(false) => Ok(Given::default()),
        Err(cause) if cause.kind() == io::ErrorKind::PermissionDenied => {
            Err(format!("{}: {cause}", path.display()))
        }
        _ => {
            let file = read(&path)?;
            let message = "data: only a file that --config names may set it";
            if file.data.is_some() {
                Err(format!("{}: {message}", path.display()))
            } else {
                Ok(file)
            }
        }
    }
}

fn ports(options: &Given, file: &Given) -> Ports {
    let usual = Ports::default();
    let port = |option: Option<Port>, file: Option<Port>, usual: Option<u16>| {
        option.or(file).map_or(usual, |port| port.0)
    };
    Ports {
        whm: port(options.whm_port, file.whm_port, usual.whm),
        whm_plain: port(options.whm_plain_port, file.whm_plain_port, usual.whm_plain),
        cpanel: port(options.cpanel_port, file.cpanel_port, usual.cpanel),
        cpanel_plain: port(options.cpanel_plain_port, file.cpanel_plain_port, usual.cpanel_plain),
        webmail: port(options.webmail_port, file.webmail_port, usual.webmail),
        webmail_plain: port(
            options.webmail_plain_port,
            file.webmail_plain_port,
            usual.webmail_plain,
        ),
        dns: port(options.dns_port, file.dns_port, usual.dns),
        web: port(options.web_port, file.web_port, usual.web),
        web_tls: port(options.web_tls_port, file.web_tls_port, usual.web_tls),
        metrics: port(options.metrics_port, file.metrics_port, usual.metrics),
    }
}

fn settings(file: &Given, listen: IpAddr, hostname: Option<&str>) -> Result<Settings, String> {
    let shared_ip = file.shared_ip.unwrap_or(if listen.is_unspecified() {
        IpAddr::V4(Ipv4Addr::LOCALHOST)
    } else {
        listen
    });
    let password_history = file.password_history.unwrap_or(1);
    if password_history > 24 {
        return Err("password_history: it must be 0 to 24".to_owned());
    }
    Ok(Settings {
        shared_ip: shared_ip.to_string(),
        nameservers: nameservers(file, hostname)?,
        theme: checks::theme(file.theme.as_deref().unwrap_or("jupiter"))?,
        account_ids: None,
        home_base: checks::home_base(file.home_base.as_deref().unwrap_or("/home"))?,
        web_ports: (80, 443),
        service_ports: [2087, 2083, 2096],
        password_history,
        forced_change_blocks_tokens: file.forced_change_blocks_tokens.unwrap_or_default(),
        tokens_on_password_change: file.tokens_on_password_change.unwrap_or(TokensOnChange::Keep),
        hosts: Hosts::One,
        new_accounts_on: file.new_accounts_on.clone(),
    })
}

/// As set; otherwise two below the host's name, where that has a domain.
fn nameservers(file: &Given, hostname: Option<&str>) -> Result<Vec<String>, String> {
    if let Some(names) = &file.nameservers {
        return checks::nameservers(names);
    }
    let asked = hostname.map(str::to_owned).or_else(|| Linux::new().hostname().ok());
    let host: Option<DomainName> = asked.and_then(|name| name.parse().ok());
    let host = host.map_or_else(|| "innkeeper.test".to_owned(), |name| name.to_string());
    Ok(vec![format!("ns1.{host}"), format!("ns2.{host}")])
}

fn hash_cost(file: &Given) -> Result<Cost, String> {
    let cost = file.hash_cost.map_or_else(|| Ok(Cost::default()), Cost::new);
    cost.map_err(|_| "hash_cost: it must be 1 to 11".to_owned())
}

fn minimum_strength(file: &Given) -> Result<Option<u8>, String> {
    match file.minimum_password_strength {
        Some(strength) if strength > 100 => {
            Err("minimum_password_strength: it must be 0 to 100".to_owned())
        }
        strength => Ok(strength),
    }
}

/// A number as set, or the usual one.
fn bounded(key: &str, given: Option<u32>, usual: u32, most: u32) -> Result<u32, String> {
    match given.unwrap_or(usual) {
        number if number <= most => Ok(number),
        _ => Err(format!("{key}: it must be 0 to {most}")),
    }
}

fn limits(given: GivenLimits) -> Result<Limits, String> {
    let usual = Limits::default();
    let limits = Limits {
        connections: given.connections.unwrap_or(usual.connections),
        connections_per_source: given
            .connections_per_source
            .unwrap_or(usual.connections_per_source),
        calls: given.calls.unwrap_or(usual.calls),
        calls_waiting: given.calls_waiting.unwrap_or(usual.calls_waiting),
        calls_waiting_per_caller: given
            .calls_waiting_per_caller
            .unwrap_or(usual.calls_waiting_per_caller),
    };
    let least = [limits.connections, limits.connections_per_source, limits.calls];
    if least.contains(&0) {
        return Err("limits: each must be 1 or more, but those of calls that wait, which may be 0"
            .to_owned());
    }
    Ok(limits)
}
