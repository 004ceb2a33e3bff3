//! The server's own user, its folders, and the two files that an operator owns.

use std::{fs, io, path::Path};

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

/// Where Exim looks for its configuration when it is called by another name.
const SENDMAIL: &str = "/etc/exim4/exim4.conf";
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
    for path in [LAYOUT, CONFIG, DATA, SENDMAIL] {
        // A link whose end is made by the first start is there.
        match fs::symlink_metadata(path) {
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => {
                lacking.push(format!("there is no {path}"));
            }
            known => known.map(|_| ())?,
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
        once("innkeeper.toml", &configuration(layout), readable)?;
        for place in [&layout.users, &layout.logs, &layout.config, &layout.state] {
            fs::create_dir_all(place)?;
        }
        sendmail(layout)
    };
    made().map_err(|cause| Refusal::failed("the server's files", cause))
}

/// What stands above the layout.
const LAYOUT_HEAD: &str = "\
# Where the services of this machine have what innkeeper writes for them, and on which ports they are.
# Run `innkeeper host install` after a change; it never changes this file.

";

/// The server's configuration at first.
fn configuration(layout: &Layout) -> String {
    format!(
        "# The server's configuration; `innkeeper serve --help` names everything that can stand here.

data = \"{DATA}\"
layout = \"{LAYOUT}\"
root_socket = \"{SOCKET}\"
listen = \"{}\"
",
        layout.listen
    )
}

/// Has programs that send mail by `sendmail` read our configuration of Exim: they look in the one place
/// that it was built with.
fn sendmail(layout: &Layout) -> io::Result<()> {
    let ours = layout.config.join(Service::Exim.name()).join("exim.conf");
    match fs::read_link(SENDMAIL) {
        Ok(found) if found == ours => return Ok(()),
        Ok(_) => fs::remove_file(SENDMAIL)?,
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => {}
        Err(_) => {
            let problem = format!("{SENDMAIL} is a file; move it away, so that ours is read");
            return Err(io::Error::other(problem));
        }
    }
    fs::create_dir_all("/etc/exim4")?;
    std::os::unix::fs::symlink(ours, SENDMAIL)
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
        let text = configuration(&Layout::default());
        let table: toml::Table = text.parse().unwrap();
        assert_eq!(table.get("layout").and_then(toml::Value::as_str), Some(LAYOUT));
        assert_eq!(table.get("listen").and_then(toml::Value::as_str), Some("0.0.0.0"));
    }
}
