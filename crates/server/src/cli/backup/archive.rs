//! The file of a backup: a compressed tar of the store's text and of a closed list of files. What
//! else stands in one is refused.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read, Seek as _, Write as _},
    path::Path,
};

use adapters::store::archive;
use api::{Error, Kind, Result};
use flate2::{Compression, read::GzDecoder, write::GzEncoder};
use tar::{Archive, Builder, EntryType, Header};

use crate::run::files::{failed, private_folder, write_private};

/// A file of the data folder that a backup has.
pub(super) struct Kept {
    /// Its name, below the data folder.
    pub(super) name: &'static str,
    /// Whether a data folder that has one already is in use.
    pub(super) secret: bool,
}

const fn kept(name: &'static str, secret: bool) -> Kept {
    Kept { name, secret }
}

/// The files that a backup has, where they are there.
pub(super) const KEPT: &[Kept] = &[
    kept("vault.key", true),
    kept("root.password", true),
    kept("root.token", true),
    kept("tls/cert.pem", false),
    kept("tls/key.pem", true),
    kept("innkeeper.toml", false),
];

/// The name of the store's text.
const STORE: &str = "store.jsonl";
/// The most that one of the other files may hold, in bytes.
const LONGEST: u64 = 1 << 20;

/// Writes the backup aside and puts it into its place; gives the number of the store's rows.
pub(super) fn write(file: &Path, store: &str, data: &Path) -> Result<u64> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let wrong = |cause| failed(file, cause);
    let mut text = tempfile::tempfile_in(folder).map_err(wrong)?;
    let rows = {
        let mut buffered = io::BufWriter::new(&mut text);
        let rows = archive::write(store, &mut buffered)?;
        buffered.flush().map_err(wrong)?;
        rows
    };
    // Made for its owner alone.
    let fresh = tempfile::NamedTempFile::new_in(folder).map_err(wrong)?;
    let mut written = || -> io::Result<()> {
        let mut tar = Builder::new(GzEncoder::new(fresh.as_file(), Compression::default()));
        text.rewind()?;
        let length = text.metadata()?.len();
        append(&mut tar, STORE, length, &mut text)?;
        for kept in KEPT {
            match File::open(data.join(kept.name)) {
                Ok(from) => append(&mut tar, kept.name, from.metadata()?.len(), from)?,
                Err(cause) if cause.kind() == io::ErrorKind::NotFound => {}
                Err(cause) => return Err(cause),
            }
        }
        tar.into_inner()?.finish()?.sync_all()
    };
    written().map_err(wrong)?;
    fresh.persist_noclobber(file).map_err(|cause| failed(file, cause.error))?;
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(wrong)?;
    Ok(rows)
}

fn append(
    tar: &mut Builder<GzEncoder<&File>>,
    name: &str,
    length: u64,
    content: impl Read,
) -> io::Result<()> {
    let mut header = Header::new_gnu();
    header.set_size(length);
    header.set_mode(0o600);
    header.set_entry_type(EntryType::Regular);
    tar.append_data(&mut header, name, content)
}

/// Fills the store and the data folder from a backup, the store first and whole; gives the number of
/// its rows. The file is read to its end before that: its sum stands there.
pub(super) fn read(file: &Path, store: &str, data: &Path) -> Result<u64> {
    read_by(file, data, &mut |text| archive::read(store, text))
}

/// Restores a backup into a new folder, whose store is in a file of that name, and compares what comes
/// back with it; gives the number of the store's rows.
pub(super) fn try_out(file: &Path, store: &str, data: &Path) -> Result<u64> {
    read_by(file, data, &mut |text| archive::restore_and_compare(store, text))
}

fn read_by(
    file: &Path,
    data: &Path,
    fill: &mut dyn FnMut(&mut dyn BufRead) -> Result<u64>,
) -> Result<u64> {
    let broken = |cause: io::Error| {
        Error::new(Kind::BadParam, format!("{} is no backup: {cause}.", file.display()))
    };
    io::copy(&mut unpacked(file)?, &mut io::sink()).map_err(broken)?;
    let mut archive = Archive::new(unpacked(file)?);
    let mut rows = None;
    for entry in archive.entries().map_err(broken)? {
        let entry = entry.map_err(broken)?;
        let name = entry.path().map_err(broken)?.to_string_lossy().into_owned();
        if entry.header().entry_type() != EntryType::Regular {
            return Err(broken(io::Error::other(format!("{name} in it is no file"))));
        }
        match (name.as_str(), rows) {
            (STORE, None) => rows = Some(fill(&mut BufReader::new(entry))?),
            (name, Some(_)) if KEPT.iter().any(|kept| kept.name == name) => {
                keep(entry, &data.join(name))?;
            }
            _ => return Err(broken(io::Error::other(format!("{name} does not belong into it")))),
        }
    }
    rows.ok_or_else(|| broken(io::Error::other("the store is missing")))
}

fn unpacked(file: &Path) -> Result<GzDecoder<BufReader<File>>> {
    let opened = File::open(file).map_err(|cause| failed(file, cause))?;
    Ok(GzDecoder::new(BufReader::new(opened)))
}

fn keep(from: impl Read, to: &Path) -> Result<()> {
    let mut content = Vec::new();
    from.take(LONGEST).read_to_end(&mut content).map_err(|cause| failed(to, cause))?;
    if let Some(folder) = to.parent() {
        private_folder(folder)?;
    }
    write_private(to, &content)
}
