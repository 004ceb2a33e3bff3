//! Pure-FTPd with virtual users: each login of an account runs under the account's user id and sees its
//! folder alone. The logins are in files of their own, a file an account; what Pure-FTPd looks them up
//! in is made of all of them at each reload, which many changes share.

mod database;
mod logins;

use std::path::{Path, PathBuf};

pub(crate) use logins::names;
pub use logins::{FtpLogin, FtpLogins};

use super::{Command, Folder, Program, Ready, Reload, Setup};
use crate::{Kind, Layout, Name, Refusal, Service, supervise::View};

const ROOT: (&str, &str) = ("root", "root");

/// The ports of passive connections.
const PASSIVE: &str = "49152:65534";

/// How Pure-FTPd is set up and run.
pub(crate) fn setup(layout: &Layout) -> Setup {
    let config = config(layout);
    let closed = |path| Folder { path, mode: 0o700, owner: ROOT };
    let database = layout.clone();
    Setup {
        folders: vec![
            closed(config.clone()),
            closed(config.join("logins")),
            closed(config.join("owners")),
            closed(layout.run.join(Service::PureFtpd.name())),
            closed(homes(layout)),
            Folder {
                path: layout.logs.join(Service::PureFtpd.name()),
                mode: 0o750,
                owner: ("root", "adm"),
            },
        ],
        files: Vec::new(),
        first: vec![(config.join("own.pem"), own_certificate(&config))],
        program: Program {
            command: Command { path: "/usr/sbin/pure-ftpd", args: options(layout), user: None },
            environment: Vec::new(),
            reload: Reload::Do { act: Box::new(move || database::make(&database)), noticed: false },
            ready: Ready::Port(layout.ports.ftp),
            unit: "innkeeper-pure-ftpd.service",
        },
    }
}

/// What is written of a file that the server gives: the logins as Pure-FTPd knows them.
pub(crate) fn finish(layout: &Layout, user: &Name, content: &[u8]) -> Result<Vec<u8>, Refusal> {
    for file in files(layout, user) {
        database::will_change(&file);
    }
    let rejected = |reason| Refusal::Rejected { service: Service::PureFtpd, reason };
    let logins = FtpLogins::read(content).map_err(rejected)?;
    let owner = super::home_owner(layout, user)?;
    logins
        .render(&homes(layout).join(user.as_str()), owner)
        .map(String::into_bytes)
        .map_err(rejected)
}

/// Where Pure-FTPd sees the homes. It goes to the folder of a login with root's rights; on this way to it
/// no link is followed, whatever the account put there meanwhile.
pub(crate) fn view(layout: &Layout) -> View {
    View { of: layout.homes.clone(), at: homes(layout) }
}

fn homes(layout: &Layout) -> PathBuf {
    layout.run.join(Service::PureFtpd.name()).join("homes")
}

/// The files of the logins of an account: those besides its own, and its own.
pub(crate) fn files(layout: &Layout, user: &Name) -> [PathBuf; 2] {
    [Kind::FtpLogins, Kind::FtpOwner]
        .map(|kind| crate::Managed { kind, name: user.clone() }.path(layout))
}

fn config(layout: &Layout) -> PathBuf {
    layout.config.join(Service::PureFtpd.name())
}

/// Everybody is kept in the folder of the login; TLS is spoken with those who ask for it; nobody comes
/// in without a password.
fn options(layout: &Layout) -> Vec<String> {
    let (config, name) = (config(layout), Service::PureFtpd.name());
    let words = "-A -E -H -4 -b -c 500 -C 20 -I 15 -k 98 -L 20000:10 -z -Y 1 -U 133:022 -f ftp";
    let mut options: Vec<String> = words.split(' ').map(str::to_owned).collect();
    if layout.listen.is_ipv6() {
        options.retain(|option| option != "-4");
    }
    let mut add = |option: &str, value: String| options.extend([option.to_owned(), value]);
    add("-S", format!("{},{}", layout.listen, layout.ports.ftp));
    add("-l", format!("puredb:{}", config.join("logins.pdb").display()));
    add("-u", layout.uids.first.to_string());
    add("-p", PASSIVE.to_owned());
    add("-g", layout.run.join(name).join("pure-ftpd.pid").display().to_string());
    add("-O", format!("clf:{}", layout.logs.join(name).join("transfers").display()));
    add("-2", config.join("own.pem").display().to_string());
    add("-J", "HIGH:!aNULL:!MD5:!3DES:!SHA1".to_owned());
    options
}

/// Makes the certificate that Pure-FTPd shows until the host gets a better one.
fn own_certificate(config: &Path) -> Command {
    let path = config.join("own.pem").display().to_string();
    let words = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 3650 \
                 -subj /CN=unknown.invalid -keyout";
    let mut args: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
    args.extend([path.clone(), "-out".to_owned(), path]);
    Command { path: "/usr/bin/openssl", args, user: None }
}
