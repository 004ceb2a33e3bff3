//! `innkeeper-root check` and `innkeeper-root install`: what a Debian machine lacks to be a host, and
//! supplying it. Both may be run again at any time; files that an operator owns are made once and
//! kept, what follows from them is written anew where it differs.

mod files;
mod names;
mod packages;
mod units;

use std::{io, path::Path};

use rustix::{fs::Mode, process::umask};

use crate::{
    Layout, Refusal, Supervision, child, limits, process::trusted, services::Command, verbs,
};

/// Where systemd shows that it runs the machine.
const SYSTEMD: &str = "/run/systemd/system";

/// Something that the machine lacks, as an operator reads it, and what supplies it.
#[derive(Debug, PartialEq, Eq)]
struct Lack {
    /// What is missing.
    what: String,
    /// The command that supplies it.
    remedy: String,
}

/// Who would run the services of this machine.
fn supervision() -> Supervision {
    if Path::new(SYSTEMD).is_dir() { Supervision::Systemd } else { Supervision::Own }
}

/// Says what the machine lacks to be a host; whether that is nothing. What a host can be without is only
/// noted.
pub fn check(layout: &Path, out: &mut dyn io::Write) -> io::Result<bool> {
    let layout = known_or_usual(layout)?;
    let lacks = lacks(&layout)?;
    for lack in &lacks {
        writeln!(out, "{}\n    {}", lack.what, lack.remedy)?;
    }
    if let Some(note) = verbs::unlimited(&layout)? {
        writeln!(out, "note: {note}")?;
    }
    Ok(lacks.is_empty())
}

/// Supplies what the machine lacks to be a host.
pub fn install(layout: &Path, out: &mut dyn io::Write) -> io::Result<()> {
    umask(Mode::from_raw_mode(0o022));
    let layout = known_or_usual(layout)?;
    let mut told = Ok(());
    supply(&layout, &mut |step| told = writeln!(out, "{step}")).map_err(io::Error::other)?;
    told
}

/// The layout of the file; where there is none, that of a new machine.
fn known_or_usual(file: &Path) -> io::Result<Layout> {
    if file.try_exists()? {
        return trusted::layout(file);
    }
    Ok(Layout { supervision: supervision(), ..Layout::default() })
}

/// What this machine lacks.
fn lacks(layout: &Layout) -> io::Result<Vec<Lack>> {
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
fn supply(layout: &Layout, say: &mut dyn FnMut(&str)) -> Result<(), Refusal> {
    if let Some(lack) = packages::lack().map_err(|cause| Refusal::failed("dpkg-query", cause))? {
        say(&lack.remedy);
        packages::install()?;
    }
    say("the server's own user, its folders and its configuration");
    files::install(layout)?;
    names::ask().map_err(|cause| Refusal::failed("/etc/nsswitch.conf", cause))?;
    if layout.supervision == Supervision::Systemd {
        say("the units of systemd");
        units::install(layout)?;
    }
    Ok(())
}

/// Runs a program of the system's to its end; that it fails is a refusal.
fn run(path: &'static str, args: &[&str]) -> Result<(), Refusal> {
    let args = args.iter().map(|&arg| arg.to_owned()).collect();
    let ended = child::run(&Command { path, args, user: None }, limits::INSTALL)?;
    if ended.well() { Ok(()) } else { Err(Refusal::failed(path, ended.reason())) }
}
