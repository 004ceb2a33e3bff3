//! `whmapi1`, `uapi` and `cpapi2`: a call to the server that runs on this machine.

mod decode;
mod help;
mod send;

use std::{ffi::OsString, io, path::PathBuf, process::ExitCode};

use clap::{CommandFactory as _, FromArgMatches as _, Parser};

use super::{Problem, WRONG, complain, explain, printed};
use crate::{
    config::{Environment, data_folder},
    run::socket::{self, Output, Program, Request},
};

/// Calls a function of the server that runs on this machine, and prints the answer.
///
/// Names and values are decoded as in forms: `%XX` is a byte and `+` a blank. A name that comes
/// several times is a list.
#[derive(Debug, Parser)]
#[command(disable_help_flag = true)]
struct Call {
    /// The form of the answer
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    output: Output,
    /// The user to call as: a reseller for whmapi1, the account for uapi and cpapi2
    #[arg(long, value_name = "NAME")]
    user: Option<String>,
    /// The server's socket [default: innkeeper.sock in DIR]
    #[arg(long, value_name = "PATH")]
    socket: Option<PathBuf>,
    /// The server's data folder [default: `INNKEEPER_DATA`, or where `innkeeper serve` has it]
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Show this help; after a function, what the function takes and gives
    #[arg(long, short)]
    help: bool,
    /// The function, for uapi and cpapi2 after its module, then its parameters as NAME=VALUE
    #[arg(value_name = "FUNCTION [NAME=VALUE]")]
    words: Vec<OsString>,
}

/// Runs the program of that name with its arguments.
pub(super) fn main(program: Program, args: impl Iterator<Item = OsString>) -> ExitCode {
    let name = name(program);
    let command = Call::command().name(name).bin_name(name);
    let line = std::iter::once(OsString::from(name)).chain(args);
    let parsed = command.clone().try_get_matches_from(line);
    match parsed.and_then(|matches| Call::from_arg_matches(&matches)) {
        Ok(call) => call.run(program, command).unwrap_or_else(|problem| complain(&problem)),
        Err(problem) => explain(&problem),
    }
}

fn name(program: Program) -> &'static str {
    match program {
        Program::Whmapi1 => "whmapi1",
        Program::Uapi => "uapi",
        Program::Cpapi2 => "cpapi2",
    }
}

impl Call {
    fn run(self, program: Program, command: clap::Command) -> Result<ExitCode, Problem> {
        if self.help || self.words.is_empty() {
            return self.explain(program, command);
        }
        let socket = self.socket()?;
        let request = self.request(program)?;
        let mut out = io::stdout().lock();
        Ok(ExitCode::from(send::send(&socket, &request, &mut out)?))
    }

    /// The help of a function that is named, or of the program.
    fn explain(&self, program: Program, mut command: clap::Command) -> Result<ExitCode, Problem> {
        let words: Vec<&str> = self.words.iter().filter_map(|word| word.to_str()).collect();
        let (entry, named) = match (program, words.as_slice()) {
            (Program::Whmapi1, [name, ..]) => (functions::find(name), (*name).to_owned()),
            (Program::Uapi, [module, name, ..]) => {
                (uapi::find(module, name), format!("{module} {name}"))
            }
            (Program::Cpapi2, [module, name, ..]) => {
                (uapi::api2::find(module, name), format!("{module} {name}"))
            }
            _ => {
                printed(command.print_long_help())?;
                let groups = match program {
                    Program::Whmapi1 => functions::GROUPS,
                    Program::Uapi => uapi::MODULES,
                    Program::Cpapi2 => uapi::api2::MODULES,
                };
                printed(help::list(groups, &mut io::stdout().lock()))?;
                return Ok(if self.help { ExitCode::SUCCESS } else { ExitCode::from(WRONG) });
            }
        };
        let entry = entry.ok_or_else(|| Problem(format!("There is no function “{named}”.")))?;
        let called = format!("{} {named}", name(program));
        printed(help::write(entry, &called, &mut io::stdout().lock()))?;
        Ok(ExitCode::SUCCESS)
    }

    fn socket(&self) -> Result<PathBuf, Problem> {
        if let Some(socket) = &self.socket {
            return Ok(socket.clone());
        }
        let data = data_folder(self.data.as_deref(), &Environment::of_process());
        data.map(|data| socket::path(&data)).map_err(Problem)
    }

    fn request(self, program: Program) -> Result<Request, Problem> {
        let mut words = self.words.into_iter();
        let mut word = || words.next().map(|word| word.to_string_lossy().into_owned());
        let module = if program == Program::Whmapi1 { None } else { word() };
        let function = word().ok_or_else(|| Problem("Name the function too.".to_owned()))?;
        let arguments = words.map(|word| decode::argument(&word));
        Ok(Request {
            program,
            user: self.user,
            output: self.output,
            module,
            function,
            arguments: arguments.collect::<Result<_, _>>().map_err(Problem)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(program: Program, words: &[&str]) -> Result<Request, Problem> {
        let line = std::iter::once("x").chain(words.iter().copied());
        Call::try_parse_from(line).unwrap().request(program)
    }

    #[test]
    fn options_stand_anywhere_and_yaml_is_usual() {
        let plain = request(Program::Whmapi1, &["version"]).unwrap();
        assert_eq!((plain.output, plain.user), (Output::Yaml, None));
        let words = ["--output=json", "listaccts", "a=1", "--user", "rita", "a=2", "b=x=y"];
        let all = request(Program::Whmapi1, &words).unwrap();
        assert_eq!((all.output, all.user.as_deref()), (Output::Json, Some("rita")));
        let pairs: Vec<_> = all.arguments.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        assert_eq!(pairs, [("a", "1"), ("a", "2"), ("b", "x=y")]);
    }

    #[test]
    fn an_accounts_function_has_a_module() {
        let call = request(Program::Uapi, &["--user=amy", "Email", "list_pops", "a=1"]).unwrap();
        assert_eq!(call.module.as_deref(), Some("Email"));
        assert_eq!((call.function.as_str(), call.arguments.len()), ("list_pops", 1));
        assert!(request(Program::Uapi, &["Email"]).is_err());
    }

    #[test]
    fn a_word_that_is_no_parameter_is_refused() {
        let problem = request(Program::Whmapi1, &["accountsummary", "amy"]).unwrap_err();
        assert!(problem.to_string().contains("“amy”"), "{problem}");
    }

    #[test]
    fn an_unknown_option_and_an_unknown_format_are_refused() {
        for words in [["x", "version", "--frob=1"], ["x", "version", "--output=csv"]] {
            assert!(Call::try_parse_from(words).is_err());
        }
    }
}
