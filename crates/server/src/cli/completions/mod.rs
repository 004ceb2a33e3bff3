//! Completions for shells: those of `innkeeper` are clap's; those of `whmapi1` know every function
//! and its parameters.

mod whmapi1;

use std::io::Write;

use clap::{Args, ValueEnum};
use clap_complete::Shell;

use super::{Problem, printed};

/// What to print.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
    /// The program to complete
    #[arg(long = "for", value_enum, default_value_t, value_name = "PROGRAM")]
    program: Program,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Program {
    #[default]
    Innkeeper,
    Whmapi1,
}

/// Prints the completions.
pub(super) fn print(
    options: &Options,
    mut innkeeper: clap::Command,
    out: &mut dyn Write,
) -> Result<(), Problem> {
    match (options.program, options.shell) {
        (Program::Innkeeper, shell) => {
            // Into memory first: the generator does not take a pipe that closes early.
            let mut text = Vec::new();
            clap_complete::generate(shell, &mut innkeeper, "innkeeper", &mut text);
            printed(out.write_all(&text))
        }
        (Program::Whmapi1, Shell::Bash) => printed(whmapi1::bash(functions::GROUPS, out)),
        (Program::Whmapi1, Shell::Zsh) => printed(whmapi1::zsh(functions::GROUPS, out)),
        (Program::Whmapi1, Shell::Fish) => printed(whmapi1::fish(functions::GROUPS, out)),
        (Program::Whmapi1, shell) => {
            Err(Problem(format!("There are no completions of whmapi1 for {shell}.")))
        }
    }
}
