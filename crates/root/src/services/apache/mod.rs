//! Apache httpd: the event MPM, sites that are looked up by name at each request, TLS by name, programs by
//! way of PHP-FPM's sockets alone, and what accounts may say in their own files named one by one.

mod base;
mod certificate;
mod pages;
mod primary;
mod site;

use std::path::{Path, PathBuf};

use rustix::process::Signal;

pub use site::{WebRedirect, WebSite};

use super::{BaseFile, Check, Command, Folder, Program, Ready, Reload, Setup};
use crate::{Kind, Layout, Name, Refusal, Service};

const ROOT: (&str, &str) = ("root", "root");

/// How Apache is set up and run.
pub(crate) fn setup(layout: &Layout) -> Setup {
    let places = Places::new(layout);
    Setup {
        folders: folders(&places),
        files: vec![
            file(places.config.join("httpd.conf"), base::configuration(layout, &Included::live())),
            file(places.config.join("handlers.lua"), base::handlers(layout)),
            file(places.config.join("sites.lua"), base::sites(layout)),
            file(places.config.join("logrotate.conf"), base::log_rotation(layout)),
        ],
        first: vec![(places.config.join("own.pem"), own_certificate(&places))],
        program: Program {
            command: apache(&["-DFOREGROUND", "-f"], &places.config.join("httpd.conf")),
            environment: Vec::new(),
            reload: Reload::Signal(Signal::USR1),
            ready: Ready::Port(layout.ports.web),
            unit: "innkeeper-apache.service",
        },
    }
}

/// Has Apache read its base configuration with the staged files alone.
pub(crate) fn check(layout: &Layout, staged: &Path) -> Check {
    let configuration = base::configuration(layout, &Included::staged(staged));
    let path = staged.join("check.conf");
    Check { command: apache(&["-t", "-f"], &path), files: vec![file(path, configuration)] }
}

/// Has Apache read the configuration that is in force.
pub(crate) fn checker(layout: &Layout) -> Command {
    apache(&["-t", "-f"], &Places::new(layout).config.join("httpd.conf"))
}

/// What is written of a file that the server gives: all but a certificate is made here of what it says.
pub(crate) fn finish(
    layout: &Layout,
    kind: Kind,
    name: &Name,
    content: Vec<u8>,
) -> Result<Vec<u8>, Refusal> {
    let rejected = |reason| Refusal::Rejected { service: Service::Apache, reason };
    let finished = match kind {
        Kind::ApacheSite if !certificate::is_host(name.as_str()) => {
            Err(format!("{name} is no name of a site"))
        }
        Kind::ApacheSite => WebSite::read(&content).map(|site| site.render()),
        Kind::ApacheCertificate => certificate::render(layout, name),
        Kind::ApachePrimary => primary::render(layout, name),
        _ => return Ok(content),
    };
    finished.map(String::into_bytes).map_err(rejected)
}

/// What is left of a site that is served no more, besides its file: its logs.
pub(crate) fn leavings(layout: &Layout, domain: &Name) -> Vec<PathBuf> {
    let folder = Places::new(layout).logs.join("domains");
    let paths = ["access", "error"].map(|kind| folder.join(format!("{domain}.{kind}")));
    paths.into()
}

/// Which managed files a configuration takes in: what stands before the names of their folders.
struct Included(String);

impl Included {
    /// Those that are served.
    fn live() -> Self {
        Self(String::new())
    }

    /// Those that are staged.
    fn staged(folder: &Path) -> Self {
        Self(format!("{}/", folder.display()))
    }
}

/// Apache's folders.
struct Places {
    config: PathBuf,
    run: PathBuf,
    logs: PathBuf,
    state: PathBuf,
}

impl Places {
    fn new(layout: &Layout) -> Self {
        let name = Service::Apache.name();
        let [config, run, logs, state] = [&layout.config, &layout.run, &layout.logs, &layout.state]
            .map(|folder| folder.join(name));
        Self { config, run, logs, state }
    }
}

fn folders(places: &Places) -> Vec<Folder> {
    let open = |path: PathBuf| Folder { path, mode: 0o755, owner: ROOT };
    let logs = |path: PathBuf| Folder { path, mode: 0o750, owner: ("root", "adm") };
    vec![
        open(places.config.clone()),
        open(places.config.join("certificates")),
        open(places.config.join("https")),
        open(places.config.join("none")),
        open(places.config.join("primaries")),
        open(places.config.join("sites")),
        Folder { path: places.config.join("tls"), mode: 0o700, owner: ROOT },
        open(places.run.clone()),
        logs(places.logs.clone()),
        logs(places.logs.join("requests")),
        logs(places.logs.join("errors")),
        logs(places.logs.join("domains")),
        open(places.state.clone()),
        open(places.state.join("well-known")),
    ]
}

fn file(path: PathBuf, content: String) -> BaseFile {
    BaseFile { path, mode: 0o644, owner: ROOT, content }
}

fn apache(options: &[&str], configuration: &Path) -> Command {
    let mut args: Vec<String> = options.iter().map(|&option| option.to_owned()).collect();
    args.push(configuration.display().to_string());
    Command { path: "/usr/sbin/apache2", args, user: None }
}

/// Makes the certificate that is shown where a site has none of its own, until the host gets a better
/// one.
fn own_certificate(places: &Places) -> Command {
    let [key, certificate] =
        ["own.key", "own.pem"].map(|name| places.config.join(name).display().to_string());
    let words = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 3650 \
                 -subj /CN=unknown.invalid -addext basicConstraints=critical,CA:FALSE -keyout";
    let mut args: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
    args.extend([key, "-out".to_owned(), certificate]);
    Command { path: "/usr/bin/openssl", args, user: None }
}

#[cfg(test)]
mod tests;
