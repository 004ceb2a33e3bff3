//! The project's own tools, run as `cargo xtask …`. They read and write the work tree only; the
//! product does not depend on them, and they build without it.

mod bench;
mod clients;
mod contract;
mod deb;
mod deny;
mod fuzz;
mod generated;
mod host;
mod scaffold;
mod test;
mod tools;
mod vm;
mod workspace;

use clap::{Parser, Subcommand};

/// What a task gives: nothing, or the sentence that the person reads.
type Done = Result<(), Box<dyn std::error::Error>>;

/// The project's own tools.
#[derive(Parser)]
#[command(name = "xtask", bin_name = "cargo xtask")]
struct Xtask {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Installs what tests need, then checks format and lints and runs all tests.
    Test(test::Options),
    /// Installs Debian's services and runs the tests that drive them as root, apart from the machine.
    HostTest(host::Options),
    /// Makes a machine with Debian's kernel and systemd, and runs the tests that need one.
    VmTest(vm::Options),
    /// Runs real clients against the server, fetched as others published them.
    Clients,
    /// Makes the Debian package, in `target/deb`.
    Deb(deb::Options),
    /// Checks what may be linked.
    Deny,
    /// Runs the fuzz targets, each for a while.
    Fuzz(fuzz::Options),
    /// Measures what the product promises, and writes `docs/benchmarks.md`.
    Bench(bench::Options),
    /// Writes a file for each function of the contract that has none, and all lists.
    Scaffold(scaffold::Options),
    /// Writes the table of groups in the README.
    Readme(generated::Options),
    /// Writes the reference pages of all functions.
    Docs(generated::Options),
}

fn main() -> Done {
    match Xtask::parse().task {
        Task::Test(options) => test::run(&options),
        Task::HostTest(options) => host::run(&options),
        Task::VmTest(options) => vm::run(&options),
        Task::Clients => clients::run(),
        Task::Deb(options) => deb::run(&options),
        Task::Deny => deny::run(),
        Task::Fuzz(options) => fuzz::run(&options),
        Task::Bench(options) => bench::run(&options),
        Task::Scaffold(options) => scaffold::run(&options),
        Task::Readme(options) => generated::run("readme", &options),
        Task::Docs(options) => generated::run("docs", &options),
    }
}
