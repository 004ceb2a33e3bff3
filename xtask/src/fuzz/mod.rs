//! Fuzzing: the targets in `fuzz/`, each for a while, from seeds that are made of the contract. It
//! runs on the stable toolchain: without a sanitizer nothing but one variable stands in the way.

mod seeds;

use std::{
    fs,
    io::{Write as _, stdout},
    path::Path,
    process::Command,
};

use crate::{Done, contract::Contract, tools, workspace};

/// The targets.
const TARGETS: [&str; 4] = ["authorization", "controls", "form", "functions"];

/// What may be asked.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// How long each target runs.
    #[arg(long, default_value_t = 60, value_name = "N")]
    seconds: u32,
    /// The targets; all of them unless some are named.
    #[arg(value_parser = TARGETS)]
    targets: Vec<String>,
}

/// Runs them; fails at the first that finds something, and keeps its input in `fuzz/artifacts`.
pub(crate) fn run(options: &Options) -> Done {
    let folder = workspace::target().join("fuzz");
    let contract = Contract::read()?;
    let all = TARGETS.map(str::to_owned);
    let chosen: &[String] = if options.targets.is_empty() { &all } else { &options.targets };
    for target in chosen {
        seeds::write(&contract, target, &folder.join("seeds").join(target))?;
    }
    let dictionary = folder.join("dictionary");
    workspace::write(&dictionary, &seeds::dictionary(&contract))?;
    workspace::run(
        cargo_fuzz("build", &folder)?.args(chosen.first().filter(|_| chosen.len() == 1)),
    )?;
    for target in chosen {
        fuzz(target, &folder, &dictionary, options.seconds)?;
    }
    Ok(())
}

/// Runs one of them. What it says goes into a file: it is a line for each input that is kept.
fn fuzz(target: &str, folder: &Path, dictionary: &Path, seconds: u32) -> Done {
    let corpus = folder.join("corpus").join(target);
    fs::create_dir_all(&corpus)?;
    let log = folder.join(format!("{target}.log"));
    let mut fuzz = cargo_fuzz("run", folder)?;
    fuzz.arg(target).arg(corpus).arg(folder.join("seeds").join(target)).arg("--");
    fuzz.arg(format!("-dict={}", dictionary.display()));
    fuzz.arg(format!("-max_total_time={seconds}"));
    fuzz.args(["-max_len=4096", "-timeout=30", "-print_final_stats=1"]);
    let status = fuzz.stderr(fs::File::create(&log)?).status()?;
    let said = String::from_utf8_lossy(&fs::read(&log)?).into_owned();
    if !status.success() {
        let found = said.split_once("panicked at ").map_or("", |(_, rest)| rest);
        let found = found.lines().take(2).collect::<Vec<_>>().join(" ");
        return Err(format!("{target}: {found}; more in {}", log.display()).into());
    }
    let figures = figures(&said).ok_or_else(|| format!("no figures in {}", log.display()))?;
    Ok(writeln!(stdout(), "{target}: {figures}")?)
}

/// Executions, executions per second and coverage, out of what a target said.
fn figures(said: &str) -> Option<String> {
    let after = |text: &str, name: &str| -> Option<String> {
        Some(text.split_once(name)?.1.split_whitespace().next()?.to_owned())
    };
    let done = said.lines().rfind(|line| line.contains("\tDONE "))?;
    let runs = after(said, "stat::number_of_executed_units:")?;
    let rate = after(said, "stat::average_exec_per_sec:")?;
    let (edges, features) = (after(done, " cov: ")?, after(done, " ft: ")?);
    Some(format!("{runs} inputs, {rate} a second; {edges} edges, {features} features"))
}

/// A command of `cargo fuzz` that needs no other toolchain.
fn cargo_fuzz(task: &str, folder: &Path) -> Result<Command, Box<dyn std::error::Error>> {
    let mut fuzz = tools::FUZZ.command()?;
    fuzz.env("RUSTC_BOOTSTRAP", "1").arg(task);
    fuzz.args(["--sanitizer", "none", "--target-dir"]).arg(folder.join("target"));
    Ok(fuzz)
}
