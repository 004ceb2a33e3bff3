//! `innkeeper-root check` and `innkeeper-root install`: what a Debian machine lacks to be a host, and
//! supplying it. Both may be run again at any time; files that an operator owns are made once and
//! kept, what follows from them is written anew where it differs.

mod files;
mod names;
mod packages;
mod units;

use std::{io, path::Path};

use crate::{
    Layout, Refusal, Service, Supervision, child, limits,
    services::{self, Command},
    supervise,
};

pub(crate) use files::{CONFIG, LAYOUT, SOCKET};

/// Where systemd shows that it runs the machine.
const SYSTEMD: &str = "/run/systemd/system";

/// Something that the machine lacks, as an operator reads it, and what supplies it.
#[derive(Debug, PartialEq, Eq)]
pub struct Lack {
    /// What is missing.
    pub what: String,
    /// The command that supplies it.
    pub remedy: String,
}

/// Who would run the services of this machine.
pub fn supervision() -> Supervision {
    if Path::new(SYSTEMD).is_dir() { Supervision::Systemd } else { Supervision::Own }
}

/// What this machine lacks.
pub fn check(layout: &Layout) -> io::Result<Vec<Lack>> {
    let mut lacks: Vec<Lack> = packages::lack()?.into_iter().collect();
    let install = |what: String| Lack { what, remedy: "innkeeper host install".to_owned() };
    lacks.extend(files::lacking(layout)?.into_iter().map(install));
    if !names::are_asked()? {
        lacks.push(install("the name service does not ask for the accounts' users".to_owned()));
    }
    if layout.supervision == Supervision::Systemd {
        lacks.extend(units::lacking(layout)?.into_iter().map(install));
    }
    Ok(lacks)
}

/// Supplies what this machine lacks; says each step before it is taken.
pub fn install(layout: &Layout, programs: &Path, say: &mut dyn FnMut(&str)) -> Result<(), Refusal> {
    if let Some(lack) = packages::lack().map_err(|cause| Refusal::failed("dpkg-query", cause))? {
        say(&lack.remedy);
        packages::install()?;
    }
    say("the server's own user, its folders and its configuration");
    files::install(layout)?;
    names::ask().map_err(|cause| Refusal::failed("/etc/nsswitch.conf", cause))?;
    if layout.supervision == Supervision::Systemd {
        say("the units of systemd");
        units::install(layout, programs)?;
    }
    Ok(())
}

/// Makes what a service needs before it can be started.
pub fn prepare(layout: &Layout, service: Service) -> Result<(), Refusal> {
    let unknown = || Refusal::NotFound(format!("{} is not set up here", service.name()));
    let setup = services::setup(service, layout).ok_or_else(unknown)?;
    supervise::prepare(layout, &setup)
}

/// Runs a program of the system's to its end; that it fails is a refusal.
fn run(path: &'static str, args: &[&str]) -> Result<(), Refusal> {
    let args = args.iter().map(|&arg| arg.to_owned()).collect();
    let ended = child::run(&Command { path, args, user: None }, limits::INSTALL)?;
    if ended.well() { Ok(()) } else { Err(Refusal::failed(path, ended.reason())) }
}
