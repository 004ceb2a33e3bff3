//! PHP-FPM: a pool of processes for each account, started when there is something to do, under the
//! account's own user id, by [`crate::pools`], which is what runs here. A pool is rendered on this side: its
//! user is whoever owns the home.

mod pool;

use std::path::PathBuf;

pub use pool::Pool;

use super::{BaseFile, Command, Folder, Program, Ready, Reload, Setup};
use crate::{Layout, Name, Refusal, Service, child, pools};

const ROOT: (&str, &str) = ("root", "root");

/// How PHP-FPM is set up and run.
pub(crate) fn setup(layout: &Layout) -> Setup {
    let config = layout.config.join(Service::PhpFpm.name());
    let run = layout.run.join(Service::PhpFpm.name());
    let folder = |path| Folder { path, mode: 0o755, owner: ROOT };
    let [from, to] = [&config, &run].map(|path| path.display().to_string());
    let options = ["pools", "--config", &from, "--run", &to].map(str::to_owned);
    Setup {
        folders: vec![
            folder(config.clone()),
            folder(config.join("pools")),
            // Processes of accounts come here; who may speak to one is said by its socket's owner.
            Folder { path: run.clone(), mode: 0o711, owner: ROOT },
        ],
        files: vec![file(config.join("php.ini"), include_str!("php.ini").to_owned())],
        first: Vec::new(),
        program: Program {
            command: Command { path: child::OWN, args: options.to_vec(), user: None },
            environment: Vec::new(),
            ready: Ready::Socket(pools::control(&run)),
            reload: Reload::Do { act: Box::new(move || pools::tell(&run)), noticed: false },
            unit: "innkeeper-php-fpm.service",
        },
    }
}

/// The pool of a user, from what the server says of it.
pub(crate) fn finish(layout: &Layout, user: &Name, content: &[u8]) -> Result<Vec<u8>, Refusal> {
    let rejected = |reason| Refusal::Rejected { service: Service::PhpFpm, reason };
    let pool = Pool::read(content).map_err(rejected)?;
    let owner = crate::services::home_owner(layout, user)?;
    Ok(pool.render(layout, user, owner).into_bytes())
}

fn file(path: PathBuf, content: String) -> BaseFile {
    BaseFile { path, mode: 0o644, owner: ROOT, content }
}

#[cfg(test)]
mod tests;
