//! The command line: `innkeeper` and its subcommands, and `whmapi1`, `uapi`, `cpapi2`.

mod audit;
mod backup;
mod call;
mod check;
mod completions;
mod host;
mod hosts;
mod manual;
mod openapi;
mod reconcile;
mod seed;
mod work;

use std::{
    ffi::{OsStr, OsString},
    fmt,
    io::{self, Write as _},
    os::unix::fs::MetadataExt as _,
    path::{Path, PathBuf},
    process::ExitCode,
};

use api::Error;
use clap::{Args, CommandFactory as _, Parser, Subcommand, error::ErrorKind};
use rustix::{
    process::{Gid, Uid},
    thread::{set_thread_groups, set_thread_res_gid, set_thread_res_uid},
};

use crate::{
    config::{self, Config, Environment, Given},
    logs::{self, LogFormat},
    run::{self, socket::Program},
};

/// The exit code of a command line that cannot be understood, and of what could not be begun.
const WRONG: u8 = 2;

/// What `serve --help` says of the file.
const FILE_HELP: &str = "\
The configuration is TOML. It has the options above, with underscores (whm_port = 2087), and:
  shared_ip = \"192.0.2.1\"                the address of accounts without one of their own
  nameservers = [\"ns1.a.test\", …]        the nameservers of new zones
  theme = \"jupiter\"                      the theme of new accounts
  home_base = \"/home\"                    the folder of homes, as accounts see it
  hash_cost = 5                          what a password hash costs, 1 to 11
  minimum_password_strength = 25         what a first start sets for new passwords, 0 to 100
  password_history = 1                   how many former passwords may not come again, 0 to 24
  forced_change_blocks_tokens = false    whether tokens wait for a forced change of password
  tokens_on_password_change = \"keep\"     or \"suspend\", \"revoke\": what becomes of a user's tokens
  measure_hours = 6                      every how many hours homes are measured; 0 for never
  audit_days = 365                       how many days the audit is kept; 0 for ever
  new_accounts_on = \"h1\"                the host of new accounts, where hosts = \"store\"; otherwise
                                         the one with the fewest
  host = \"h1\"                           which of the store's hosts this machine is, for work
  [limits]                               connections, connections_per_source, calls, calls_waiting,
                                         calls_waiting_per_caller
Options come before INNKEEPER_DATA and INNKEEPER_STORE, and these before the file.";

/// A hosting control server that speaks WHM API 1. Without root and without services, as a sandbox.
#[derive(Debug, Parser)]
#[command(name = "innkeeper", version)]
struct Innkeeper {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the server
    #[command(after_long_help = FILE_HELP)]
    Serve(Box<Serve>),
    /// Work for one of many hosts: make this machine as the store says, which servers elsewhere change
    Work(Box<work::Work>),
    /// Print the hosts of the store, or say whether one takes new accounts
    Hosts(hosts::Options),
    /// Call a function of WHM API 1 on the server that runs here
    #[command(disable_help_flag = true)]
    Whmapi1(Words),
    /// Call a function of an account's UAPI
    #[command(disable_help_flag = true)]
    Uapi(Words),
    /// Call a function of an account's API 2
    #[command(disable_help_flag = true)]
    Cpapi2(Words),
    /// Fill a new store with made-up accounts
    Seed(seed::Options),
    /// Compare store and machine, and check that the rows fit one another
    Check(check::Options),
    /// Make the machine as the store says, or tell where it is not
    Reconcile(reconcile::Options),
    /// Write the store and the keys into one file, while the server may run
    Backup(backup::Options),
    /// Fill a new data folder from such a file
    Restore(backup::RestoreOptions),
    /// Print the newest lines of the audit: who called what, and how it ended
    Audit(audit::Options),
    /// Print the OpenAPI 3.1 description of the functions that work
    Openapi(openapi::Options),
    /// Make this machine a host whose services are driven
    #[command(subcommand)]
    Host(host::Options),
    /// Write the manual's pages for `man`
    #[command(hide = true)]
    Manual(manual::Options),
    /// Print a shell's completions
    Completions(completions::Options),
}

#[derive(Debug, Args)]
struct Serve {
    #[command(flatten)]
    given: Given,
    #[command(flatten)]
    file: ConfigFile,
    /// How the log is written, to the standard error; `INNKEEPER_LOG` says what is in it
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    log_format: LogFormat,
}

#[derive(Debug, Args)]
struct ConfigFile {
    /// The configuration [default: innkeeper.toml in DIR, or where no DIR is named the host's own, in
    /// /etc/innkeeper, if it is there]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

/// Where store and machine are, for what runs without the server.
#[derive(Debug, Args)]
struct Place {
    /// The folder of everything that is kept [default: as for `innkeeper serve`]
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// The store, where it is not in DIR
    #[arg(long, value_name = "URL")]
    store: Option<config::StoreUrl>,
    #[command(flatten)]
    file: ConfigFile,
}

impl Place {
    fn configuration(&self) -> Result<Config, Problem> {
        let (data, store) = (self.data.clone(), self.store.clone());
        configuration(Given { data, store, ..Given::default() }, &self.file)
    }

    /// The same for what reaches the services of a host: they know the server by its user, so that root
    /// becomes that user for the rest of the process.
    fn configuration_of_server(&self) -> Result<Config, Problem> {
        let config = self.configuration()?;
        if config.driven.is_some() && rustix::process::geteuid().is_root() {
            let place = |cause| Problem(format!("{}: {cause}", config.data.display()));
            let owner = std::fs::metadata(&config.data).map_err(place)?;
            become_user(owner.uid(), owner.gid())?;
        }
        Ok(config)
    }
}

/// What is left to the program of that name.
#[derive(Debug, Args)]
struct Words {
    /// As the program of that name has them; see its --help
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    words: Vec<OsString>,
}

/// Runs the program by its arguments, the first of which is the name it was called by.
pub fn main(args: impl Iterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.collect();
    if let Some(program) = args.first().and_then(|name| program_of(name)) {
        return call::main(program, args.into_iter().skip(1));
    }
    match Innkeeper::try_parse_from(args) {
        Ok(innkeeper) => run(innkeeper.command),
        Err(problem) => explain(&problem),
    }
}

/// The program that a path names, by its last part.
fn program_of(name: &OsStr) -> Option<Program> {
    match Path::new(name).file_name()?.to_str()? {
        "whmapi1" => Some(Program::Whmapi1),
        "uapi" => Some(Program::Uapi),
        "cpapi2" => Some(Program::Cpapi2),
        _ => None,
    }
}

fn run(command: Command) -> ExitCode {
    match command {
        Command::Serve(serve) => ended(serve.run()),
        Command::Work(work) => ended(work.run()),
        Command::Hosts(options) => ended(hosts::run(&options, &mut io::stdout().lock())),
        Command::Whmapi1(words) => call::main(Program::Whmapi1, words.words.into_iter()),
        Command::Uapi(words) => call::main(Program::Uapi, words.words.into_iter()),
        Command::Cpapi2(words) => call::main(Program::Cpapi2, words.words.into_iter()),
        Command::Seed(options) => ended(seed::run(&options)),
        Command::Check(options) => match check::run(&options, &mut io::stdout().lock()) {
            Ok(true) => ExitCode::SUCCESS,
            Ok(false) => ExitCode::FAILURE,
            Err(problem) => complain(&problem),
        },
        Command::Reconcile(options) => match reconcile::run(&options, &mut io::stdout().lock()) {
            Ok(true) => ExitCode::SUCCESS,
            Ok(false) => ExitCode::FAILURE,
            Err(problem) => complain(&problem),
        },
        Command::Backup(options) => ended(backup::run(&options, &mut io::stdout().lock())),
        Command::Restore(options) => ended(backup::restore(&options, &mut io::stdout().lock())),
        Command::Audit(options) => ended(audit::run(&options, &mut io::stdout().lock())),
        Command::Openapi(options) => {
            ended(printed(openapi::print(&options, &mut io::stdout().lock())))
        }
        Command::Host(options) => complain(&host::run(&options)),
        Command::Manual(options) => ended(manual::write(&options, Innkeeper::command())),
        Command::Completions(options) => {
            ended(completions::print(&options, Innkeeper::command(), &mut io::stdout().lock()))
        }
    }
}

impl Serve {
    fn run(self) -> Result<(), Problem> {
        logs::start(self.log_format);
        run::serve(configuration(self.given, &self.file)?)?;
        Ok(())
    }
}

/// Gives up root's rights for those of a user. The process must have one thread yet: rights are each
/// thread's own.
fn become_user(uid: u32, gid: u32) -> io::Result<()> {
    let (uid, gid) = (Uid::from_raw(uid), Gid::from_raw(gid));
    set_thread_groups(&[])?;
    set_thread_res_gid(gid, gid, gid)?;
    Ok(set_thread_res_uid(uid, uid, uid)?)
}

fn configuration(given: Given, file: &ConfigFile) -> Result<Config, Problem> {
    if given.store.as_ref().is_some_and(config::StoreUrl::has_password) {
        say("warning: the store's password stands on the command line, where everybody on this \
             machine can read it; set it in the configuration or in INNKEEPER_STORE");
    }
    config::resolve(given, file.config.as_deref(), &Environment::of_process()).map_err(Problem)
}

/// Why a command did not do what it should, in a sentence for the standard error.
#[derive(Debug)]
struct Problem(String);

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        let mut said = error.to_string();
        let mut cause = std::error::Error::source(&error);
        while let Some(deeper) = cause {
            let text = deeper.to_string();
            if !said.contains(&text) {
                said = format!("{said} ({text})");
            }
            cause = deeper.source();
        }
        Self(said)
    }
}

impl From<io::Error> for Problem {
    fn from(cause: io::Error) -> Self {
        Self(cause.to_string())
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn ended(done: Result<(), Problem>) -> ExitCode {
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => complain(&problem),
    }
}

/// What was printed; who reads it may have had enough before the end.
fn printed(done: io::Result<()>) -> Result<(), Problem> {
    match done {
        Err(cause) if cause.kind() != io::ErrorKind::BrokenPipe => Err(cause.into()),
        _ => Ok(()),
    }
}

/// Says on the standard error what is wrong.
fn complain(problem: &Problem) -> ExitCode {
    say(&problem.to_string());
    ExitCode::from(WRONG)
}

fn say(text: &str) {
    // Where nobody reads it, the exit code must do.
    drop(writeln!(io::stderr(), "innkeeper: {text}"));
}

/// Shows help where it was asked for, or what is wrong with the arguments.
fn explain(problem: &clap::Error) -> ExitCode {
    let shown = problem.print();
    let asked = matches!(problem.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
    if asked && shown.is_ok() { ExitCode::SUCCESS } else { ExitCode::from(WRONG) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_options_are_sound() {
        Innkeeper::command().debug_assert();
    }

    #[test]
    fn a_problem_tells_each_cause_once() {
        let refused = io::Error::other(io::Error::other("connection refused"));
        let error = Error::internal(refused);
        let said = Problem::from(error).to_string();
        assert_eq!(said.matches("connection refused").count(), 1, "{said}");
    }

    #[test]
    fn the_name_tells_the_program() {
        assert_eq!(program_of(OsStr::new("/usr/bin/whmapi1")), Some(Program::Whmapi1));
        assert_eq!(program_of(OsStr::new("cpapi2")), Some(Program::Cpapi2));
        assert_eq!(program_of(OsStr::new("/x/innkeeper")), None);
    }

    #[test]
    fn serve_takes_ports_as_numbers_and_as_off() {
        let line = ["innkeeper", "serve", "--whm-port", "0", "--dns-port", "off"];
        let Command::Serve(serve) = Innkeeper::try_parse_from(line).unwrap().command else {
            panic!("another command");
        };
        assert_eq!(serve.given.whm_port, Some(config::Port(Some(0))));
        assert_eq!(serve.given.dns_port, Some(config::Port(None)));
        assert!(Innkeeper::try_parse_from(["innkeeper", "serve", "--whm-port", "x"]).is_err());
    }

    #[test]
    fn the_words_of_a_program_are_left_to_it() {
        let line = ["innkeeper", "whmapi1", "--output=json", "version", "--help"];
        let Command::Whmapi1(words) = Innkeeper::try_parse_from(line).unwrap().command else {
            panic!("another command");
        };
        assert_eq!(words.words, ["--output=json", "version", "--help"]);
    }
}
