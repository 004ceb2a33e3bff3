//! How long the product takes, measured against the least that could do the same in the same run:
//! an axum handler with ready-made bytes behind the same TLS, one hash, one durable commit. Run it
//! with `cargo xtask bench`, which writes `docs/benchmarks.md`.

mod authority;
mod bare;
mod client;
mod flood;
mod guesses;
mod host;
mod measure;
mod process;
mod report;
mod works;
mod zones;

use std::{
    env,
    io::{Write, stdout},
    path::Path,
    process::ExitCode,
};

/// What goes wrong, as a sentence.
type Problem = Box<dyn std::error::Error + Send + Sync>;

/// What a step gives.
type Result<T> = std::result::Result<T, Problem>;

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(problem) => {
            drop(writeln!(std::io::stderr(), "{problem}"));
            ExitCode::from(2)
        }
    }
}

/// `ratios FOLDER PAGE` measures with its data in the folder and writes the page; `ratios only WORK
/// FOLDER` measures one work and writes nothing; `ratios host ACCOUNTS FOLDER PAGE` measures a real host
/// that has that many accounts, and writes its part of the page;
/// `ratios bare CERTIFICATE KEY BODY` and `ratios authority` are the servers that the product is
/// compared with.
fn run() -> Result<bool> {
    let words: Vec<String> = env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["bare", certificate, key, body] => {
            bare::serve(Path::new(certificate), Path::new(key), Path::new(body)).map(|()| true)
        }
        ["authority"] => authority::serve().map(|()| true),
        ["only", work, folder] => {
            let report = works::measure(Path::new(folder), Some(work))?;
            stdout().write_all(report.table().as_bytes())?;
            Ok(report.holds())
        }
        ["host", accounts, folder, page] => {
            let report = host::measure(Path::new(folder), accounts.parse()?)?;
            stdout().write_all(report.table().as_bytes())?;
            let before = std::fs::read_to_string(page).unwrap_or_default();
            std::fs::write(page, report.page_of_host(&before))?;
            Ok(report.holds())
        }
        [folder, page] => {
            let report = works::measure(Path::new(folder), None)?;
            stdout().write_all(report.table().as_bytes())?;
            let before = std::fs::read_to_string(page).unwrap_or_default();
            std::fs::write(page, report.page(&before))?;
            Ok(report.holds())
        }
        _ => Err("ratios FOLDER PAGE, or ratios only WORK FOLDER".into()),
    }
}
