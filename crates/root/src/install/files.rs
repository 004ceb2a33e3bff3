//! The server's own user, its folders, and the two files that an operator owns.

use std::{
    fs, io,
    net::{IpAddr, Ipv4Addr, UdpSocket},
    os::unix::fs::symlink,
    path::{Path, PathBuf},
};

use super::run;
use crate::{
    Layout, Refusal, Service,
    owner::Owner,
    place::{Access, Place},
};

/// The layout, which root alone may write.
pub(crate) const LAYOUT: &str = "/etc/innkeeper/layout.toml";
/// The server's configuration.
pub(crate) const CONFIG: &str = "/etc/innkeeper/innkeeper.toml";
/// The socket of the privileged process.
pub(crate) const SOCKET: &str = "/run/innkeeper-root/socket";

/// The folder of both.
const FOLDER: &str = "/etc/innkeeper";
/// The server's data.
const DATA: &str = "/var/lib/innkeeper";

/// What is missing of it.
pub(super) fn lacking(layout: &Layout) -> io::Result<Vec<String>> {
    let mut lacking = Vec::new();
    if Owner::user(&layout.server).is_err() {
        lacking.push(format!("there is no user {}, which the server runs as", layout.server));
    }
    for path in [LAYOUT, CONFIG, DATA] {
        if !Path::new(path).try_exists()? {
            lacking.push(format!("there is no {path}"));
        }
    }
    for (place, ours) in links(layout) {
        if fs::read_link(place).ok().as_ref() != Some(&ours) {
            lacking.push(format!("{place} does not lead to {}", ours.display()));
        }
    }
    Ok(lacking)
}

/// Makes what is missing of it.
pub(super) fn install(layout: &Layout) -> Result<(), Refusal> {
    let user = &layout.server;
    if Owner::user(user).is_err() {
        let rest = ["--home-dir", DATA, "--no-create-home", "--shell", "/usr/sbin/nologin"];
        let args: Vec<&str> =
            ["--system", "--user-group"].into_iter().chain(rest).chain([user.as_str()]).collect();
        run("/usr/sbin/useradd", &args)?;
    }
    let made = || -> io::Result<()> {
        let server = Owner::user(user)?;
        folder(FOLDER, Access { mode: 0o751, owner: Owner { gid: server.gid, ..Owner::ROOT } })?;
        folder(DATA, Access { mode: 0o700, owner: server })?;
        let readable = Access { mode: 0o640, owner: Owner { gid: server.gid, ..Owner::ROOT } };
        let text = toml::to_string(layout).map_err(io::Error::other)?;
        once("layout.toml", &format!("{LAYOUT_HEAD}{text}"), readable)?;
        once("innkeeper.toml", &configuration(layout, own_address()), readable)?;
        for place in [&layout.users, &layout.logs, &layout.config, &layout.state] {
            fs::create_dir_all(place)?;
        }
        links(layout).iter().try_for_each(|(place, ours)| link(place, ours))
    };
    made().map_err(|cause| Refusal::failed("the server's files", cause))
}

/// What stands above the layout.
const LAYOUT_HEAD: &str = "\
# Where the services of this machine have what innkeeper writes for them, and on which ports they are.
# Run `innkeeper host install` after a change; it never changes this file.

";

/// The address that this machine would send from, which others reach it at, as far as it can tell. Nothing
/// is sent.
fn own_address() -> Option<IpAddr> {
    let anybody = Ipv4Addr::new(192, 0, 2, 1);
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    socket.connect((anybody, 9)).ok()?;
    socket.local_addr().ok().map(|local| local.ip()).filter(|ip| !ip.is_loopback())
}

/// The server's configuration at first, with the address that accounts share, where it is known.
fn configuration(layout: &Layout, shared: Option<IpAddr>) -> String {
    let shared = shared.map(|ip| format!("shared_ip = \"{ip}\"\n")).unwrap_or_default();
    format!(
        "# The server's configuration; `innkeeper serve --help` names everything that can stand here.

data = \"{DATA}\"
layout = \"{LAYOUT}\"
root_socket = \"{SOCKET}\"
listen = \"{}\"
{shared}",
        layout.listen
    )
}

/// Places in which others look for what we write, and where it lies: Exim, for programs that send mail by
/// `sendmail`, in the one that it was built with; logrotate, for the logs of the sites.
fn links(layout: &Layout) -> [(&'static str, PathBuf); 2] {
    let ours = |service: Service, file: &str| layout.config.join(service.name()).join(file);
    [
        ("/etc/exim4/exim4.conf", ours(Service::Exim, "exim.conf")),
        ("/etc/logrotate.d/innkeeper", ours(Service::Apache, "logrotate.conf")),
    ]
}

/// Makes a place lead to what we write.
fn link(place: &str, ours: &Path) -> io::Result<()> {
    match fs::read_link(place) {
        Ok(found) if found == ours => return Ok(()),
        Ok(_) => fs::remove_file(place)?,
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => {}
        Err(_) => {
            let problem = format!("{place} is a file; move it away, so that ours is read");
            return Err(io::Error::other(problem));
        }
    }
    if let Some(folder) = Path::new(place).parent() {
        fs::create_dir_all(folder)?;
    }
    symlink(ours, place)
}

fn folder(path: &str, access: Access) -> io::Result<()> {
    fs::create_dir_all(path)?;
    Place::open(Path::new(path))?.give(access)
}

/// Writes a file of the operator's where there is none.
fn once(name: &str, content: &str, access: Access) -> io::Result<()> {
    let place = Place::open(Path::new(FOLDER))?;
    match place.read(name)? {
        Some(_) => Ok(()),
        None => place.write(name, content.as_bytes(), access),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_layout_comes_back_from_its_file() {
        let layout = Layout::default();
        let text = format!("{LAYOUT_HEAD}{}", toml::to_string(&layout).unwrap());
        assert_eq!(toml::from_str::<Layout>(&text).unwrap(), layout);
    }

    #[test]
    fn the_configuration_names_layout_and_socket() {
        let address = IpAddr::from([192, 0, 2, 7]);
        let text = configuration(&Layout::default(), Some(address));
        let table: toml::Table = text.parse().unwrap();
        assert_eq!(table.get("shared_ip").and_then(toml::Value::as_str), Some("192.0.2.7"));
        assert!(!configuration(&Layout::default(), None).contains("shared_ip"));
        assert_eq!(table.get("layout").and_then(toml::Value::as_str), Some(LAYOUT));
        assert_eq!(table.get("listen").and_then(toml::Value::as_str), Some("0.0.0.0"));
    }
}
