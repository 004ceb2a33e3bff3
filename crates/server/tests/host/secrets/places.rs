//! What is left on the machine when all is done: every file, the rows of the store in its backup, and what
//! may be found of each process.

use std::{
    ffi::OsStr,
    fs::{self, File},
    io::{Read as _, Write as _},
    os::unix::{ffi::OsStrExt as _, fs::MetadataExt as _},
    path::{Path, PathBuf},
    process::Command,
};

use flate2::read::GzDecoder;

use super::canaries::Finder;
use crate::machine::Machine;

/// Files that are there to hold a secret, for one user alone: root's own, and the key that the web server
/// is to have.
fn may_hold(path: &Path, what: &str) -> bool {
    let is_roots = path.ends_with("data/root.password") || path.ends_with("data/root.token");
    is_roots && what.starts_with("root's")
        || path.to_string_lossy().contains("/config/apache/tls/") && what.starts_with("a key")
}

/// Everything that the files of the machine show, but for what is there for one user alone.
pub(super) fn shown_by_files(machine: &Machine, finder: &Finder) -> Vec<String> {
    let layers = PathBuf::from(std::env::var_os("INNKEEPER_TEST_LAYERS").unwrap());
    let mut folders = vec![machine.folder.path().to_owned()];
    folders.extend(["etc", "home", "run", "var"].map(|layer| layers.join(layer).join("upper")));
    let mut shown = Vec::new();
    for path in files_with(&folders, finder) {
        let alone = fs::metadata(&path).unwrap().mode().trailing_zeros() >= 6;
        let found = finder.within(&fs::read(&path).unwrap());
        let found = found.into_iter().filter(|what| !(alone && may_hold(&path, what)));
        shown.extend(found.map(|what| format!("{} shows {what}", path.display())));
    }
    shown
}

/// The files that have any of the secrets; `grep` is faster at that than what is built without
/// optimization.
fn files_with(folders: &[PathBuf], finder: &Finder) -> Vec<PathBuf> {
    let mut forms = tempfile::NamedTempFile::new().unwrap();
    forms.write_all(finder.lines().as_bytes()).unwrap();
    let mut grep = Command::new("grep");
    grep.args(["-rlaFZ", "-D", "skip", "-f"]).arg(forms.path()).args(folders).env("LC_ALL", "C");
    let output = grep.output().unwrap();
    let files = output.stdout.split(|byte| *byte == 0).filter(|path| !path.is_empty());
    files.map(|path| PathBuf::from(OsStr::from_bytes(path))).collect()
}

/// What a backup shows: its list of files, and the store's rows, journal and all. Those files that are
/// there to hold secrets it holds too, for its owner alone.
pub(super) fn shown_by_backup(machine: &Machine, finder: &Finder) -> Vec<String> {
    let place = machine.data().join("backup");
    let (well, said) = machine.command(&["backup", place.to_str().unwrap()]);
    assert!(well, "{said}");
    assert_eq!(fs::metadata(&place).unwrap().mode() & 0o777, 0o600);
    let mut archive = tar::Archive::new(GzDecoder::new(File::open(&place).unwrap()));
    let (mut shown, mut rows) = (finder.within(said.as_bytes()), 0);
    for entry in archive.entries().unwrap() {
        let mut entry = entry.unwrap();
        let path = entry.path().unwrap().into_owned();
        shown.extend(finder.within(path.as_os_str().as_encoded_bytes()));
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        if path.ends_with("store.jsonl") {
            rows = bytes.split(|byte| *byte == b'\n').count();
            shown.extend(finder.within(&bytes));
        }
    }
    assert!(rows > 20, "the backup has {rows} rows");
    fs::remove_file(place).unwrap();
    shown.into_iter().map(|what| format!("the backup shows {what}")).collect()
}

/// No process of ours leaves a core or can be looked into by its user.
pub(super) fn left_by_processes(machine: &Machine) -> Vec<String> {
    let mut wrong = Vec::new();
    for id in machine.processes() {
        let limits = fs::read_to_string(format!("/proc/{id}/limits")).unwrap();
        let core = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
        if core.split_whitespace().skip(4).take(2).any(|most| most != "0") {
            wrong.push(format!("{id} may leave a core: {core}"));
        }
        if fs::metadata(format!("/proc/{id}/environ")).unwrap().uid() != 0 {
            wrong.push(format!("{id} can be looked into by its user"));
        }
    }
    wrong
}
