//! The suite on SQLite, and what is SQLite's own.

use std::os::unix::fs::PermissionsExt;

use adapters::store;
use api::{
    Kind,
    records::{Select, Setting},
};
use rusqlite::Connection;

use crate::{cases, records};

macro_rules! on_sqlite {
    ($($module:ident::$case:ident),* $(,)?) => {$(
        #[test]
        fn $case() {
            $module::$case(&*store::in_memory().unwrap());
        }
    )*};
}
crate::with_suite!(on_sqlite);

fn directory() -> (tempfile::TempDir, String) {
    let directory = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}/store", directory.path().display());
    (directory, url)
}

#[test]
fn a_file_keeps_its_rows_and_opens_again() {
    let (_directory, url) = directory();
    let setting = Setting { name: "a".to_owned(), value: "1".to_owned() };
    let tx = store::open(&url).unwrap().write().unwrap();
    tx.insert(&setting).unwrap();
    tx.commit().unwrap();
    for _ in 0..2 {
        let tx = store::open(&url).unwrap().read().unwrap();
        assert_eq!(tx.list::<Setting>(&Select::default()).unwrap().len(), 1);
    }
}

#[test]
fn a_file_is_its_owners_alone() {
    let (directory, url) = directory();
    let store = store::open(&url).unwrap();
    let tx = store.write().unwrap();
    tx.insert(&Setting { name: "a".to_owned(), value: "1".to_owned() }).unwrap();
    tx.commit().unwrap();
    let files = std::fs::read_dir(directory.path()).unwrap();
    let modes: Vec<_> =
        files.map(|file| file.unwrap().metadata().unwrap().permissions().mode() & 0o777).collect();
    assert_eq!(modes, [0o600; 3], "the file, its log, the log's index");
}

#[test]
fn a_newer_schema_is_refused_untouched() {
    let (directory, url) = directory();
    drop(store::open(&url).unwrap());
    let path = directory.path().join("store");
    let newer = "INSERT INTO refinery_schema_history SELECT 99, 'newer', applied_on, checksum FROM refinery_schema_history WHERE version = 1";
    Connection::open(&path).unwrap().execute_batch(newer).unwrap();
    let before = std::fs::read(&path).unwrap();
    let said = store::open(&url).map(drop).unwrap_err();
    assert_eq!(said.kind(), Kind::Conflict);
    assert!(said.to_string().contains("schema version 99"), "{said}");
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[test]
fn what_is_no_store_is_refused_by_name() {
    let (directory, url) = directory();
    std::fs::write(directory.path().join("store"), "This is no database, but a text.").unwrap();
    let said = store::open(&url).map(drop).unwrap_err();
    assert_eq!(said.kind(), Kind::Unavailable);
    assert!(said.to_string().contains(&url), "{said}");
    let missing = format!("sqlite:{}/missing/store", directory.path().display());
    assert!(store::open(&missing).map(drop).unwrap_err().to_string().contains("missing/store"));
    for url in ["", "sqlite:", "mysql://x", "/var/lib/store"] {
        assert_eq!(store::open(url).map(drop).unwrap_err().kind(), Kind::BadParam, "{url}");
    }
}

#[test]
fn a_file_is_one_machines() {
    assert!(store::in_memory().unwrap().fleet().is_none());
}
