//! The work tree: where things are in it, and the tools that are run there.

use std::{
    fs,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
    process::Command,
};

use crate::Done;

/// The root of the work tree.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// The folder of the functions of WHM.
pub(crate) fn functions() -> PathBuf {
    root().join("crates/functions/src")
}

/// The folder of the functions of accounts.
pub(crate) fn uapi() -> PathBuf {
    root().join("crates/uapi/src")
}

/// Reads a file; the error names it.
pub(crate) fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|err| format!("{}: {err}", path.display()))
}

/// Writes a file, with the folders above it.
pub(crate) fn write(path: &Path, text: &str) -> Done {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    Ok(fs::write(path, text)?)
}

/// Formats the crates of the functions.
pub(crate) fn format() -> Done {
    let arguments = ["fmt", "--package", "functions", "--package", "uapi"];
    run(Command::new("cargo").args(arguments).current_dir(root()))
}

/// Runs a tool to its end.
pub(crate) fn run(command: &mut Command) -> Done {
    let status = command.status()?;
    if status.success() { Ok(()) } else { Err(format!("{command:?}: {status}").into()) }
}

/// Whether this runs as root.
pub(crate) fn is_root() -> std::io::Result<bool> {
    // `/proc/self` belongs to whom the process runs as.
    Ok(fs::metadata("/proc/self")?.uid() == 0)
}

/// Where what is built goes.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}
