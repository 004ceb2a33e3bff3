//! `innkeeper backup` and `innkeeper restore`: the control plane's own state, which is the store and
//! the keys beside it, in one file. What belongs to the machine (homes, databases, mail) is not in it;
//! the machine is made as the store says by the next start.

mod archive;

use std::{fs, io::Write, path::PathBuf};

use api::{Error, Kind};
use clap::Args;

use self::archive::KEPT;
use super::{Place, Problem};
use crate::run::{files, process};

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
    use std::path::Path;

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
        let opened = crate::run::host::open(&config, config.settings.clone()).unwrap();
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
        let opened = crate::run::host::open(&config, config.settings.clone()).unwrap();
        let tx = opened.host.store.read().unwrap();
        let found: Vec<api::records::Setting> = tx.matching(Vec::new()).unwrap();
        assert_eq!((found[0].name.as_str(), found[0].value.as_str()), ("a\nb", "ü\u{2028}\""));
        let key = |data: &Path| fs::read(data.join("vault.key")).unwrap();
        assert_eq!(key(&old), key(&new));
        assert!(restore(&restored, &mut Vec::new()).unwrap_err().to_string().contains("already"));
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
