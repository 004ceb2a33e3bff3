//! PHP-FPM: a pool of processes for each account, started when there is something to do, under the
//! account's own user id. A pool is rendered on this side: its user is whoever owns the home.

mod pool;

use std::path::{Path, PathBuf};

use rustix::process::Signal;

pub use pool::Pool;

use super::{BaseFile, Check, Command, Folder, Program, Ready, Reload, Setup};
use crate::{Layout, Name, Refusal, Service};

const ROOT: (&str, &str) = ("root", "root");

/// How PHP-FPM is set up and run.
pub(crate) fn setup(layout: &Layout) -> Setup {
    let config = layout.config.join(Service::PhpFpm.name());
    let run = layout.run.join(Service::PhpFpm.name());
    let folder = |path| Folder { path, mode: 0o755, owner: ROOT };
    let logs = layout.logs.join(Service::PhpFpm.name());
    Setup {
        folders: vec![
            folder(config.clone()),
            folder(config.join("pools")),
            // Processes of accounts come here; who may speak to one is said by its socket's owner.
            Folder { path: run.clone(), mode: 0o711, owner: ROOT },
            Folder { path: logs, mode: 0o750, owner: ("root", "adm") },
        ],
        files: vec![
            file(config.join("php-fpm.conf"), configuration(layout, &config)),
            file(config.join("php.ini"), include_str!("php.ini").to_owned()),
        ],
        first: Vec::new(),
        program: Program {
            command: fpm(&config, &["-F", "-y"], &config.join("php-fpm.conf")),
            environment: Vec::new(),
            reload: Reload::Signal(Signal::USR2),
            ready: Ready::Socket(run.join("innkeeper.sock")),
            unit: "innkeeper-php-fpm.service",
        },
    }
}

/// Has PHP-FPM read its base configuration with the staged pools alone.
pub(crate) fn check(layout: &Layout, staged: &Path) -> Check {
    let config = layout.config.join(Service::PhpFpm.name());
    let path = staged.join("check.conf");
    Check {
        command: fpm(&config, &["-t", "-y"], &path),
        files: vec![file(path, configuration(layout, staged))],
    }
}

/// Has PHP-FPM read the configuration that is in force.
pub(crate) fn checker(layout: &Layout) -> Command {
    let config = layout.config.join(Service::PhpFpm.name());
    fpm(&config, &["-t", "-y"], &config.join("php-fpm.conf"))
}

/// The pool of a user, from what the server says of it.
pub(crate) fn finish(layout: &Layout, user: &Name, content: &[u8]) -> Result<Vec<u8>, Refusal> {
    let rejected = |reason| Refusal::Rejected { service: Service::PhpFpm, reason };
    let pool = Pool::read(content).map_err(rejected)?;
    let owner = crate::services::home_owner(layout, user)?;
    Ok(pool.render(layout, user, owner).into_bytes())
}

/// The base configuration with the pools below a folder.
fn configuration(layout: &Layout, folder: &Path) -> String {
    let place = |folder: &Path| folder.join(Service::PhpFpm.name()).display().to_string();
    include_str!("php-fpm.conf")
        .replace("@RUN@", &place(&layout.run))
        .replace("@LOGS@", &place(&layout.logs))
        .replace("@POOLS@", &folder.join("pools").display().to_string())
}

fn file(path: PathBuf, content: String) -> BaseFile {
    BaseFile { path, mode: 0o644, owner: ROOT, content }
}

fn fpm(config: &Path, options: &[&str], configuration: &Path) -> Command {
    let mut args = vec!["-c".to_owned(), config.join("php.ini").display().to_string()];
    args.extend(options.iter().map(|&option| option.to_owned()));
    args.push(configuration.display().to_string());
    Command { path: "/usr/sbin/php-fpm8.2", args, user: None }
}

#[cfg(test)]
mod tests;
