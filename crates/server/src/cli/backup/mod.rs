//! `innkeeper backup` and `innkeeper restore`: the control plane's own state, which is the store and
//! the keys beside it, in one file. What belongs to the machine (homes, databases, mail) is not in it;
//! the machine is made as the store says by the next start.

mod archive;

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use api::{
    Error, Kind,
    function::{Hosts, Settings},
};
use clap::Args;

use self::archive::KEPT;
use super::{Place, Problem};
use crate::{
    config::Config,
    run::{files, host, process},
};

/// What is written where.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// The file to write, which may not be there yet; it holds every key, and is for its owner alone
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    place: Place,
}

/// What is restored to where.
#[derive(Debug, Args)]
pub(super) struct RestoreOptions {
    /// The file that `innkeeper backup` wrote
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    place: Place,
}

/// Writes the backup.
pub(super) fn run(options: &Options, out: &mut dyn Write) -> Result<(), Problem> {
    let config = options.place.configuration()?;
    if !config.data.is_dir() {
        let data = config.data.display();
        return Err(Problem(format!("There is no data folder {data}; name it with --data DIR.")));
    }
    if options.file.exists() {
        let file = options.file.display();
        return Err(Problem(format!("{file} is there already; a backup replaces nothing.")));
    }
    let rows = archive::write(&options.file, config.store.reveal(), &config.data)?;
    writeln!(out, "{} rows and the keys are in {}", rows, options.file.display())?;
    Ok(())
}

/// Restores a backup aside and looks at what comes back; gives what is wrong with it. The folder is gone
/// when this is over.
pub(super) fn check(file: &Path, config: &Config) -> Result<Vec<String>, Problem> {
    let folder = tempfile::tempdir()?;
    let data = folder.path().join("restored");
    files::private_folder(&data)?;
    let path = data.join("store.sqlite").display().to_string();
    if let Err(problem) = archive::try_out(file, &path, &data) {
        return Ok(vec![format!("backup: {}", Problem::from(problem))]);
    }
    let mut lines = Vec::new();
    let key = data.join("vault.key");
    if !key.exists() {
        lines.push(
            "backup: it has no vault.key, without which no key in the store opens".to_owned(),
        );
    }
    let Ok(store) = format!("sqlite:{path}").parse();
    // A machine of its own, which nothing is applied to.
    let restored = Config { store, data, driven: None, ..config.clone() };
    let settings = Settings { hosts: Hosts::One, ..restored.settings.clone() };
    let opened = host::open(&restored, settings)?;
    let found = super::check::of_store(&opened.host)?;
    lines.extend(found.into_iter().map(|line| format!("backup: {line}")));
    Ok(lines)
}

/// Restores it.
pub(super) fn restore(options: &RestoreOptions, out: &mut dyn Write) -> Result<(), Problem> {
    let config = options.place.configuration()?;
    files::private_folder(&config.data)?;
    let _lock = process::lock(&config.data)?;
    if let Some(there) =
        KEPT.iter().find(|kept| kept.secret && config.data.join(kept.name).exists())
    {
        let message = format!(
            "{} is there already; a backup is restored into a new data folder. Nothing was changed.",
            config.data.join(there.name).display()
        );
        return Err(Error::new(Kind::Conflict, message).into());
    }
    let rows = archive::read(&options.file, config.store.reveal(), &config.data)?;
    writeln!(out, "{rows} rows and the keys are restored; the next start makes the machine so")?;
    fs::File::open(&config.data)?.sync_all()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::ConfigFile;

    fn place(data: &Path) -> Place {
        Place { data: Some(data.to_owned()), store: None, file: ConfigFile { config: None } }
    }

    #[test]
    fn what_was_backed_up_comes_back_and_replaces_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let (old, new) = (folder.path().join("old"), folder.path().join("new"));
        let file = folder.path().join("backup.tar.gz");
        files::private_folder(&old).unwrap();
        let config = place(&old).configuration().unwrap();
        let opened = host::open(&config, config.settings.clone()).unwrap();
        let tx = opened.host.store.write().unwrap();
        let setting =
            api::records::Setting { name: "a\nb".to_owned(), value: "ü\u{2028}\"".to_owned() };
        tx.insert(&setting).unwrap();
        tx.commit().unwrap();

        let backup = Options { file: file.clone(), place: place(&old) };
        let mut said = Vec::new();
        run(&backup, &mut said).unwrap();
        assert!(String::from_utf8(said).unwrap().starts_with("1 rows"));
        assert!(run(&backup, &mut Vec::new()).unwrap_err().to_string().contains("already"));

        let restored = RestoreOptions { file, place: place(&new) };
        restore(&restored, &mut Vec::new()).unwrap();
        let config = place(&new).configuration().unwrap();
        let opened = host::open(&config, config.settings.clone()).unwrap();
        let tx = opened.host.store.read().unwrap();
        let found: Vec<api::records::Setting> = tx.matching(Vec::new()).unwrap();
        assert_eq!((found[0].name.as_str(), found[0].value.as_str()), ("a\nb", "ü\u{2028}\""));
        let key = |data: &Path| fs::read(data.join("vault.key")).unwrap();
        assert_eq!(key(&old), key(&new));
        assert!(restore(&restored, &mut Vec::new()).unwrap_err().to_string().contains("already"));
    }

    /// A backup of a store with a key that is sealed; gives the file.
    fn backed_up(folder: &Path) -> PathBuf {
        let (data, file) = (folder.join("data"), folder.join("backup.tar.gz"));
        files::private_folder(&data).unwrap();
        let config = place(&data).configuration().unwrap();
        let opened = host::open(&config, config.settings.clone()).unwrap();
        let tx = opened.host.store.write().unwrap();
        let sealed = opened.host.vault.seal("tls authority", &api::Secret::new("k".to_owned()));
        let row = api::records::TlsAuthority {
            name: "ours".to_owned(),
            pem: String::new(),
            sealed: sealed.unwrap(),
            expires: api::UnixTime(0),
        };
        tx.insert(&row).unwrap();
        tx.commit().unwrap();
        run(&Options { file: file.clone(), place: place(&data) }, &mut Vec::new()).unwrap();
        file
    }

    fn checked(file: &Path) -> Vec<String> {
        check(file, &place(file.parent().unwrap()).configuration().unwrap()).unwrap()
    }

    /// The file with its text, and nothing else of it, changed by somebody who made the sums fit again.
    fn changed(file: &Path, change: impl Fn(&str, Vec<u8>) -> Vec<u8>) -> PathBuf {
        use std::io::Read as _;
        let to = file.with_file_name("changed.tar.gz");
        let pack = flate2::write::GzEncoder::new(
            fs::File::create(&to).unwrap(),
            flate2::Compression::default(),
        );
        let mut packed = tar::Builder::new(pack);
        let opened = flate2::read::GzDecoder::new(fs::File::open(file).unwrap());
        for entry in tar::Archive::new(opened).entries().unwrap() {
            let mut entry = entry.unwrap();
            let name = entry.path().unwrap().display().to_string();
            let mut content = Vec::new();
            entry.read_to_end(&mut content).unwrap();
            let content = change(&name, content);
            let mut header = entry.header().clone();
            header.set_size(u64::try_from(content.len()).unwrap());
            packed.append_data(&mut header, name, &*content).unwrap();
        }
        packed.into_inner().unwrap().finish().unwrap();
        to
    }

    #[test]
    fn a_backup_that_restores_is_told_from_one_that_does_not() {
        let folder = tempfile::tempdir().unwrap();
        let file = backed_up(folder.path());
        assert_eq!(checked(&file), Vec::<String>::new());
        // A bit of the packed bytes, one of the sum at the end, and the end.
        let whole = fs::read(&file).unwrap();
        let damaged = folder.path().join("damaged.tar.gz");
        for at in [whole.len() / 2, whole.len() - 6] {
            let mut bytes = whole.clone();
            bytes[at] ^= 1;
            fs::write(&damaged, bytes).unwrap();
            assert!(checked(&damaged)[0].starts_with("backup: "), "byte {at}");
            let data = folder.path().join("elsewhere");
            let restored = RestoreOptions { file: damaged.clone(), place: place(&data) };
            assert!(restore(&restored, &mut Vec::new()).is_err(), "byte {at}");
            assert!(!data.join("store.sqlite").exists(), "byte {at}");
        }
        fs::write(&damaged, &whole[..whole.len() - 9]).unwrap();
        assert!(checked(&damaged)[0].starts_with("backup: "));
        // Another key than the one that the store's keys were sealed by.
        let other = changed(&file, |name, content| match name {
            "vault.key" => content.iter().map(|byte| byte ^ 1).collect(),
            _ => content,
        });
        let found = checked(&other);
        assert_eq!(found, ["backup: the key of the authority ours cannot be opened"]);
        // A row that says what cannot be.
        let other = changed(&file, |name, content| match name {
            "store.jsonl" => {
                String::from_utf8(content).unwrap().replace("\"ours\"", "5").into_bytes()
            }
            _ => content,
        });
        assert!(checked(&other)[0].contains("tls_authorities"), "{:?}", checked(&other));
    }

    #[test]
    fn what_is_no_backup_changes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let (data, file) = (folder.path().join("new"), folder.path().join("x.tar.gz"));
        fs::write(&file, "no backup").unwrap();
        let restored = RestoreOptions { file, place: place(&data) };
        assert!(restore(&restored, &mut Vec::new()).is_err());
        assert!(!data.join("vault.key").exists() && !data.join("store.sqlite").exists());
    }
}
