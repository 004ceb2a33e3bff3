//! How each service is set up, run, checked and reloaded: a module for each, which knows the service's
//! own configuration and nothing of accounts. All of it follows from the [`Layout`] alone.

pub(crate) mod apache;
pub(crate) mod dovecot;
pub(crate) mod exim;
mod mariadb;
mod mark;
pub(crate) mod php_fpm;
pub(crate) mod postgresql;
pub(crate) mod powerdns;
pub(crate) mod pure_ftpd;
mod sql;

use std::{
    io,
    path::{Path, PathBuf},
};

pub(crate) use mark::Mark;

use crate::{Kind, Layout, Managed, Name, Refusal, Service, supervise::View};

/// What a service needs before it can run, and how it is run.
pub(crate) struct Setup {
    /// Folders that must be there, in order.
    pub(crate) folders: Vec<Folder>,
    /// Its base configuration, which takes in the managed files.
    pub(crate) files: Vec<BaseFile>,
    /// What is run once before its first start, each if the path beside it is not there yet.
    pub(crate) first: Vec<(PathBuf, Command)>,
    /// How it is run in the foreground.
    pub(crate) program: Program,
}

/// A folder of a service.
pub(crate) struct Folder {
    pub(crate) path: PathBuf,
    pub(crate) mode: u32,
    /// Its owner and group by name.
    pub(crate) owner: (&'static str, &'static str),
}

/// A file of a service's base configuration.
pub(crate) struct BaseFile {
    pub(crate) path: PathBuf,
    pub(crate) mode: u32,
    /// Its owner and group by name.
    pub(crate) owner: (&'static str, &'static str),
    pub(crate) content: String,
}

/// A program with its arguments; never a shell.
pub(crate) struct Command {
    /// The program, by its absolute path.
    pub(crate) path: &'static str,
    pub(crate) args: Vec<String>,
    /// The user that it runs as; root where none is named.
    pub(crate) user: Option<&'static str>,
}

/// A service's process.
pub(crate) struct Program {
    /// It in the foreground.
    pub(crate) command: Command,
    /// What else stands in its environment, which is otherwise empty but for `PATH` and `LANG`.
    pub(crate) environment: Vec<(&'static str, String)>,
    pub(crate) reload: Reload,
    /// What can be connected to once it serves.
    pub(crate) ready: Ready,
    /// Its unit, where systemd runs it.
    pub(crate) unit: &'static str,
}

/// How a service reads its configuration again.
pub(crate) enum Reload {
    /// By a signal to its first process.
    Signal(rustix::process::Signal),
    /// By what this process does itself: it makes what the service reads at each question, or tells it what
    /// has changed.
    Do {
        /// What is done.
        act: Box<dyn Fn() -> io::Result<()> + Send + Sync>,
        /// Whether those who use the service notice: then it counts as a reload, and is spared.
        noticed: bool,
    },
    /// It reads what it needs at each question.
    Never,
}

/// What can be connected to once a service serves.
pub(crate) enum Ready {
    /// A port of TCP on the address that the services listen on.
    Port(u16),
    /// A Unix socket.
    Socket(PathBuf),
}

/// A service's check of files before they are swapped in: what has to stand beside them, and what is
/// run.
pub(crate) struct Check {
    /// Files that the check needs besides.
    pub(crate) files: Vec<BaseFile>,
    pub(crate) command: Command,
}

/// What is known of services: of Debian's, but for where a test has services of its own.
#[derive(Clone, Copy)]
pub(crate) struct Known {
    pub(crate) setup: fn(Service, &Layout) -> Option<Setup>,
    pub(crate) check: fn(Service, &Layout, &Path) -> Option<Check>,
    pub(crate) checker: fn(Service, &Layout) -> Option<Command>,
    pub(crate) finish: Finish,
    pub(crate) leavings: fn(&Layout, &Managed) -> Vec<PathBuf>,
}

/// What is written of a file that the server gives.
type Finish = fn(&Layout, &Managed, Vec<u8>) -> Result<Vec<u8>, Refusal>;

/// Debian's services.
pub(crate) const DEBIAN: Known = Known { setup, check, checker, finish, leavings };

/// How a service is set up and run.
pub(crate) fn setup(service: Service, layout: &Layout) -> Option<Setup> {
    match service {
        Service::Apache => Some(apache::setup(layout)),
        Service::PhpFpm => Some(php_fpm::setup(layout)),
        Service::PureFtpd => Some(pure_ftpd::setup(layout)),
        Service::Dovecot => Some(dovecot::setup(layout)),
        Service::Exim => Some(exim::setup(layout)),
        Service::PowerDns => powerdns::setup(layout),
        Service::Mariadb => Some(mariadb::setup(layout)),
        Service::Postgresql => Some(postgresql::setup(layout)),
    }
}

/// How a service checks the files that `staged` holds, in folders as in the service's own folder; none
/// where its files are data that no checker reads. It looks at these files only, so that its cost does
/// not grow with what is there already.
pub(crate) fn check(service: Service, layout: &Layout, staged: &Path) -> Option<Check> {
    match service {
        Service::Apache => Some(apache::check(layout, staged)),
        _ => None,
    }
}

/// How a service checks all of its configuration that is in force; none where it has no way to.
pub(crate) fn checker(service: Service, layout: &Layout) -> Option<Command> {
    match service {
        Service::Apache => Some(apache::checker(layout)),
        Service::PhpFpm | Service::PureFtpd => None,
        Service::Dovecot => Some(dovecot::checker(layout)),
        Service::Exim => Some(exim::command(layout, &["-bV"])),
        Service::PowerDns => Some(powerdns::checker(layout)),
        Service::Mariadb => Some(mariadb::checker(layout)),
        Service::Postgresql => Some(postgresql::checker(layout)),
    }
}

/// What is written of a file that the server gives: some are read and checked again on this side, and
/// some are made here of what the server says, so that it cannot name what it has no say in.
pub(crate) fn finish(
    layout: &Layout,
    file: &Managed,
    content: Vec<u8>,
) -> Result<Vec<u8>, Refusal> {
    match file.kind.service() {
        Service::Apache => apache::finish(layout, file.kind, &file.name, content),
        Service::PhpFpm => php_fpm::finish(layout, &file.name, &content),
        Service::PureFtpd => pure_ftpd::finish(layout, &file.name, &content),
        _ => Ok(content),
    }
}

/// What a file leaves behind once it is there no more, and goes with it.
pub(crate) fn leavings(layout: &Layout, file: &Managed) -> Vec<PathBuf> {
    match file.kind {
        Kind::ApacheSite => apache::leavings(layout, &file.name),
        _ => Vec::new(),
    }
}

/// The sign of a service that it has read its configuration anew, where it gives one.
pub(crate) fn mark(service: Service, layout: &Layout) -> Option<Mark> {
    let file = layout.run.join(service.name()).join("httpd.pid");
    (service == Service::Apache).then(|| Mark::of(file))
}

/// The view of the homes that a service has, where it has one of its own.
pub(crate) fn view(service: Service, layout: &Layout) -> Option<View> {
    (service == Service::PureFtpd).then(|| pure_ftpd::view(layout))
}

/// Who owns an account's home, as numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct HomeOwner {
    pub(crate) uid: u32,
    pub(crate) gid: u32,
}

/// The owner of an account's home: the folder itself, which the account cannot give away, says it, and
/// the name service need not be asked.
pub(crate) fn home_owner(layout: &Layout, user: &Name) -> Result<HomeOwner, Refusal> {
    let home = layout.homes.join(user.as_str());
    let none = || Refusal::NotFound(format!("{user} has no home"));
    let stat = rustix::fs::lstat(&home).map_err(|_| none())?;
    let is_folder = rustix::fs::FileType::from_raw_mode(stat.st_mode).is_dir();
    if !is_folder {
        return Err(none());
    }
    if !layout.uids.contain(stat.st_uid) {
        return Err(Refusal::Forbidden(format!("the home of {user} is of no account")));
    }
    // An account's group is the same number; the home's may be that of the web server.
    Ok(HomeOwner { uid: stat.st_uid, gid: stat.st_uid })
}

/// Makes a certificate that nobody vouches for, with its key, where there is none yet: the key first, so
/// that what is whole has both.
fn self_signed(folder: &Path, user: Option<&'static str>) -> Vec<(PathBuf, Command)> {
    let file = |name: &str| folder.join(name).display().to_string();
    let (key, certificate) = (file("key.pem"), file("cert.pem"));
    let words = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj /CN=localhost";
    let places = ["-keyout".to_owned(), key, "-out".to_owned(), certificate];
    let args = words.split(' ').map(str::to_owned).chain(places).collect();
    vec![(folder.join("cert.pem"), Command { path: "/usr/bin/openssl", args, user })]
}
