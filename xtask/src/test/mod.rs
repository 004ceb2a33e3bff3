//! The one command that says whether the work tree is good: what tests need is installed, then
//! format, lints and all tests run, those that drive Debian's services last.

mod built;
pub(crate) mod packages;
mod tally;

use std::{
    io::{BufRead, BufReader, Write, stdout},
    process::{Command, Stdio},
};

pub(crate) use self::{built::built, tally::Tally};

use crate::{Done, host, workspace};

/// What may be asked.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Neither format nor lints, only the tests.
    #[arg(long)]
    only_tests: bool,
}

/// Installs what is missing and runs everything; fails where anything fails.
pub(crate) fn run(options: &Options) -> Done {
    packages::install(packages::OF_TESTS)?;
    if !options.only_tests {
        workspace::run(&mut cargo(&["fmt", "--check"]))?;
        let lints = ["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"];
        workspace::run(&mut cargo(&lints))?;
    }
    // Without `--no-fail-fast` the sum would leave out what comes after the first failure.
    let mut tests = cargo(&["test", "--workspace", "--no-fail-fast"]);
    let mut tally = Tally::default();
    let mut passed = watch(&mut tests, &mut tally)?;
    let mut of_host = Tally::default();
    passed &= host::counted(None, &mut of_host)?;
    tally.catch_up(of_host);
    let mut out = stdout().lock();
    tally.write(&mut out)?;
    out.flush()?;
    if passed && tally.is_good() { Ok(()) } else { Err("not all tests passed".into()) }
}

/// Runs tests and shows what they say while it is counted; gives whether they ended well.
pub(crate) fn watch(
    tests: &mut Command,
    tally: &mut Tally,
) -> Result<bool, Box<dyn std::error::Error>> {
    let mut child = tests.stdout(Stdio::piped()).spawn()?;
    let said = child.stdout.take().ok_or("the tests have no output")?;
    for line in BufReader::new(said).split(b'\n') {
        let mut line = line?;
        tally.read(&String::from_utf8_lossy(&line));
        // A line at a time, as others may run beside.
        line.push(b'\n');
        stdout().lock().write_all(&line)?;
    }
    Ok(child.wait()?.success())
}

pub(crate) fn cargo(args: &[&str]) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.args(args).current_dir(workspace::root());
    cargo
}
