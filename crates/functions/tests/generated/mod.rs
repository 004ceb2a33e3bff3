//! Files that are made from the list of functions: each test renders what its file should hold, and
//! compares; with `INNKEEPER_WRITE` set (`cargo xtask readme`, `docs`, `scaffold --gaps`) it writes.
#![expect(clippy::disallowed_methods, reason = "these tests are about files of the work tree")]

use std::{env, error::Error, fs, path::PathBuf};

pub(crate) type Done = Result<(), Box<dyn Error>>;

/// A file of the work tree.
pub(crate) fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(name)
}

/// The text of a file.
pub(crate) fn text(name: &str) -> Result<String, Box<dyn Error>> {
    fs::read_to_string(path(name)).map_err(|err| format!("{name}: {err}").into())
}

/// Whether the files are to be written.
pub(crate) fn is_writing() -> bool {
    env::var_os("INNKEEPER_WRITE").is_some()
}

/// Holds a file to what it should be, or makes it so.
pub(crate) fn hold(name: &str, wanted: &str, task: &str) -> Done {
    if is_writing() {
        if let Some(folder) = path(name).parent() {
            fs::create_dir_all(folder)?;
        }
        return Ok(fs::write(path(name), wanted)?);
    }
    let found = text(name)?;
    if found == wanted {
        return Ok(());
    }
    let mut pairs = found.lines().zip(wanted.lines()).enumerate();
    let first = pairs.find(|(_, (found, wanted))| found != wanted);
    let place = first.map_or("its end differs".to_owned(), |(line, (found, wanted))| {
        format!("line {}:\n  found:  {found}\n  wanted: {wanted}", line + 1)
    });
    Err(format!("{name} is stale; run `cargo xtask {task}`; {place}").into())
}
