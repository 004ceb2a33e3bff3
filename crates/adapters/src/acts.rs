//! The `Files` port said in acts of [`root`], which does them for the sandbox in this process and on a
//! real machine in a process of the account's own.

use api::{
    Account, Error, Kind, Result, UnixTime,
    ports::{FileFacts, FileKind, HomePath, Usage, Write},
};
use root::{Act, Facts, Fault, Gift, Measure, Trouble};
use rustix::fs::FileType;

/// What does acts in homes.
pub(crate) trait Acts {
    /// Does one in the account's home.
    fn act(&self, account: &Account, act: &Act) -> Result<Gift>;
}

pub(crate) fn find(
    home: &impl Acts,
    account: &Account,
    path: &HomePath,
) -> Result<Option<FileFacts>> {
    match home.act(account, &Act::Find(place(path)?))? {
        Gift::Found(found) => Ok(found.map(facts)),
        other => Err(unexpected(&other)),
    }
}

pub(crate) fn list(home: &impl Acts, account: &Account, path: &HomePath) -> Result<Vec<FileFacts>> {
    match home.act(account, &Act::List(place(path)?))? {
        Gift::Listed(found) => Ok(found.into_iter().map(facts).collect()),
        other => Err(unexpected(&other)),
    }
}

pub(crate) fn read(
    home: &impl Acts,
    account: &Account,
    path: &HomePath,
    most: u64,
) -> Result<Vec<u8>> {
    match home.act(account, &Act::Read { place: place(path)?, most })? {
        Gift::Content(content) => Ok(content),
        other => Err(unexpected(&other)),
    }
}

pub(crate) fn write(
    home: &impl Acts,
    account: &Account,
    path: &HomePath,
    content: &[u8],
    how: Write,
) -> Result<()> {
    let (replace, mode) = (how.replace, how.mode);
    done(
        home,
        account,
        &Act::Write { place: place(path)?, content: content.to_vec(), replace, mode },
    )
}

pub(crate) fn make_folder(home: &impl Acts, account: &Account, path: &HomePath) -> Result<()> {
    done(home, account, &Act::MakeFolder(place(path)?))
}

pub(crate) fn rename(
    home: &impl Acts,
    account: &Account,
    from: &HomePath,
    to: &HomePath,
) -> Result<()> {
    done(home, account, &Act::Rename { from: place(from)?, to: place(to)? })
}

pub(crate) fn copy(
    home: &impl Acts,
    account: &Account,
    from: &HomePath,
    to: &HomePath,
) -> Result<()> {
    done(home, account, &Act::Copy { from: place(from)?, to: place(to)? })
}

pub(crate) fn remove(home: &impl Acts, account: &Account, path: &HomePath) -> Result<()> {
    done(home, account, &Act::Remove(place(path)?))
}

pub(crate) fn set_mode(
    home: &impl Acts,
    account: &Account,
    path: &HomePath,
    mode: u32,
) -> Result<()> {
    done(home, account, &Act::SetMode { place: place(path)?, mode })
}

pub(crate) fn measure(home: &impl Acts, account: &Account, path: &HomePath) -> Result<Usage> {
    measured(home.act(account, &Act::Measure(place(path)?))?)
}

/// What was measured.
pub(crate) fn measured(gift: Gift) -> Result<Usage> {
    match gift {
        Gift::Measured(Measure { disk, inodes }) => Ok(Usage { disk, inodes }),
        other => Err(unexpected(&other)),
    }
}

/// What to tell of a place that something is wrong with.
pub(crate) fn fault(fault: &Fault) -> Error {
    let kind = match fault.trouble {
        Trouble::Missing => Kind::NotFound,
        Trouble::Exists => Kind::Exists,
        Trouble::NoFolder
        | Trouble::NoFile
        | Trouble::IntoItself
        | Trouble::TooLarge(_)
        | Trouble::TooMany(_) => Kind::Conflict,
        Trouble::Outside | Trouble::Closed | Trouble::Home => Kind::Denied,
        Trouble::TooLong => Kind::BadParam,
        Trouble::Full | Trouble::Quota | Trouble::Other(_) => Kind::Unavailable,
    };
    let error = Error::new(kind, format!("path: {fault}."));
    match fault.trouble {
        Trouble::Other(number) => error.because(std::io::Error::from_raw_os_error(number)),
        _ => error,
    }
}

/// A place as acts name it.
pub(crate) fn place(path: &HomePath) -> Result<root::HomePath> {
    root::HomePath::try_from(path.as_str())
        .map_err(|rule| Error::new(Kind::BadParam, format!("path: “{path}” {rule}.")))
}

/// An answer that is none to what was asked.
pub(crate) fn unexpected(answer: &impl std::fmt::Debug) -> Error {
    Error::internal(std::io::Error::other(format!("{answer:?} is no answer to what was asked")))
}

fn done(home: &impl Acts, account: &Account, act: &Act) -> Result<()> {
    match home.act(account, act)? {
        Gift::Done => Ok(()),
        other => Err(unexpected(&other)),
    }
}

fn facts(facts: Facts) -> FileFacts {
    FileFacts {
        kind: kind(facts.mode),
        name: facts.name,
        size: facts.size,
        mode: facts.mode,
        changed: UnixTime(facts.changed),
        modified: UnixTime(facts.modified),
    }
}

fn kind(mode: u32) -> FileKind {
    match FileType::from_raw_mode(mode) {
        FileType::Directory => FileKind::Folder,
        FileType::Symlink => FileKind::Link,
        FileType::Fifo => FileKind::Pipe,
        FileType::Socket => FileKind::Socket,
        FileType::CharacterDevice => FileKind::CharDevice,
        FileType::BlockDevice => FileKind::BlockDevice,
        _ => FileKind::File,
    }
}
