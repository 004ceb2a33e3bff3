//! Mailboxes as folders of files below a home: `mail/DOMAIN/LOCAL`, and `mail` itself for the
//! account's own. Each has `cur`, `new` and `tmp`; a folder in it is a `.Name` beside them.

use std::{
    ffi::CStr,
    fs,
    io::Write as _,
    os::fd::{AsFd, OwnedFd},
    path::Path,
};

use api::{
    EmailAddress, Result, UnixTime, UserName,
    ports::{MailFile, MailFolder, MailUsage, StoredMessage},
};
use rustix::fs::{AtFlags, Dir, FileType, Mode, OFlags, Stat};

use super::homes::{Homes, fault, folder_flags, is, open_beneath};

/// The folders of messages.
const PARTS: [&str; 2] = ["cur", "new"];

/// The path of a mailbox below the home; of the account's own where none is named.
pub(super) fn path(mailbox: Option<&EmailAddress>) -> String {
    match mailbox.and_then(|mailbox| Some((mailbox.domain()?, mailbox.local()))) {
        Some((domain, local)) => format!("mail/{domain}/{local}"),
        None => "mail".to_owned(),
    }
}

/// Makes the folders of a mailbox, or of a folder in it.
pub(super) fn make(homes: &Homes, account: &UserName, path: &str) -> Result<()> {
    for part in ["cur", "new", "tmp"] {
        homes.make_folder(account, &format!("{path}/{part}"))?;
    }
    Ok(())
}

/// Puts a message into a mailbox's folder of new mail.
pub(super) fn put(
    homes: &Homes,
    account: &UserName,
    path: &str,
    name: &str,
    text: &str,
) -> Result<()> {
    make(homes, account, path)?;
    let Some(folder) = homes.open_folder(account, path)? else { return Ok(()) };
    let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL;
    let draft = format!("tmp/{name}");
    let within = rustix::fs::ResolveFlags::BENEATH | rustix::fs::ResolveFlags::NO_SYMLINKS;
    let mode = Mode::from_raw_mode(0o640);
    let file = rustix::fs::openat2(&folder, &draft, flags | OFlags::CLOEXEC, mode, within);
    let mut file = fs::File::from(file.map_err(fault)?);
    let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_data());
    written.map_err(|cause| fault(errno(&cause)))?;
    rustix::fs::renameat(&folder, &draft, &folder, format!("new/{name}")).map_err(fault)?;
    let new = open_beneath(&folder, Path::new("new"), folder_flags());
    new.and_then(rustix::fs::fsync).map_err(fault)
}

/// Writes a file into the folder of mail, in the place of the one there.
pub(super) fn write(homes: &Homes, account: &UserName, name: &str, text: &str) -> Result<()> {
    homes.make_folder(account, "mail")?;
    let Some(mail) = homes.open_folder(account, "mail")? else { return Ok(()) };
    let draft = format!(".{name}.new");
    let flags =
        OFlags::WRONLY | OFlags::CREATE | OFlags::TRUNC | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    let file = rustix::fs::openat(&mail, &draft, flags, Mode::from_raw_mode(0o640));
    let mut file = fs::File::from(file.map_err(fault)?);
    let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_data());
    written.map_err(|cause| fault(errno(&cause)))?;
    rustix::fs::renameat(&mail, &draft, &mail, name).map_err(fault)?;
    rustix::fs::fsync(&mail).map_err(fault)
}

/// Reads a file of the folder of mail.
pub(super) fn read(homes: &Homes, account: &UserName, name: &str) -> Result<Option<String>> {
    let Some(mail) = homes.open_folder(account, "mail")? else { return Ok(None) };
    let Ok(file) = open_beneath(&mail, Path::new(name), OFlags::RDONLY) else { return Ok(None) };
    let text = std::io::read_to_string(fs::File::from(file));
    text.map(Some).map_err(|cause| fault(errno(&cause)))
}

fn errno(cause: &std::io::Error) -> rustix::io::Errno {
    rustix::io::Errno::from_io_error(cause).unwrap_or(rustix::io::Errno::IO)
}

/// What a mailbox holds, its folders with it.
pub(super) fn usage(homes: &Homes, account: &UserName, path: &str) -> Result<MailUsage> {
    let mut usage = MailUsage::default();
    let Some(mailbox) = homes.open_folder(account, path)? else { return Ok(usage) };
    let changed = rustix::fs::fstat(&mailbox).map_err(fault)?.st_mtime;
    usage.changed = Some(UnixTime(changed));
    for (_, folder) in boxes(&mailbox)? {
        for (_, stat) in messages(&folder)? {
            usage.bytes += size(&stat);
            usage.messages += 1;
            usage.changed = usage.changed.max(Some(UnixTime(stat.st_mtime)));
        }
    }
    Ok(usage)
}

/// The folders of a mailbox.
pub(super) fn folders(homes: &Homes, account: &UserName, path: &str) -> Result<Vec<MailFolder>> {
    let Some(mailbox) = homes.open_folder(account, path)? else { return Ok(Vec::new()) };
    let mut folders = Vec::new();
    for (name, folder) in boxes(&mailbox)? {
        let stat = rustix::fs::fstat(&folder).map_err(fault)?;
        let found = messages(&folder)?;
        folders.push(MailFolder {
            name,
            guid: format!("{:016x}{:016x}", stat.st_dev, stat.st_ino),
            messages: u64::try_from(found.len()).unwrap_or_default(),
            bytes: found.iter().map(|(_, stat)| size(stat)).sum(),
        });
    }
    folders.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(folders)
}

/// Removes the messages of a folder that the question picks.
pub(super) fn expunge(
    homes: &Homes,
    account: &UserName,
    (path, folder): (&str, &str),
    picks: &dyn Fn(&StoredMessage) -> bool,
) -> Result<u64> {
    let Some(mailbox) = homes.open_folder(account, path)? else { return Ok(0) };
    let found = boxes(&mailbox)?.into_iter().find(|(name, _)| name == folder);
    let Some((_, folder)) = found else { return Ok(0) };
    let mut removed = 0;
    for (file, stat) in messages(&folder)? {
        let message = StoredMessage {
            received: UnixTime(stat.st_mtime),
            bytes: size(&stat),
            seen: file.rsplit_once(":2,").is_some_and(|(_, flags)| flags.contains('S')),
        };
        if picks(&message) && rustix::fs::unlinkat(&folder, &file, AtFlags::empty()).is_ok() {
            removed += 1;
        }
    }
    Ok(removed)
}

/// What lies in a folder below the folder of mail.
pub(super) fn browse(
    homes: &Homes,
    account: &UserName,
    path: &str,
) -> Result<Option<Vec<MailFile>>> {
    let Some(mail) = homes.open_folder(account, "mail")? else { return Ok(None) };
    let path = if path.is_empty() { "." } else { path };
    let Ok(folder) = open_beneath(&mail, Path::new(path), folder_flags()) else { return Ok(None) };
    let mut files = Vec::new();
    for (name, stat) in entries(&folder)? {
        let is_folder = is(&stat, FileType::Directory);
        let is_mailbox = is_folder && is_box(&folder, &name);
        files.push(MailFile { name, is_folder, is_mailbox, changed: UnixTime(stat.st_mtime) });
    }
    files.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(Some(files))
}

/// The mailbox itself, `INBOX`, and its folders.
fn boxes(mailbox: &OwnedFd) -> Result<Vec<(String, OwnedFd)>> {
    let mut found = Vec::new();
    let inbox = open_beneath(mailbox, Path::new("."), folder_flags()).map_err(fault)?;
    found.push(("INBOX".to_owned(), inbox));
    for (name, stat) in entries(mailbox)? {
        let is_folder = name.starts_with('.') && is(&stat, FileType::Directory);
        if is_folder && let Ok(folder) = open_beneath(mailbox, Path::new(&name), folder_flags()) {
            found.push((format!("INBOX{name}"), folder));
        }
    }
    Ok(found)
}

/// The messages of a folder: their paths within it.
fn messages(folder: &OwnedFd) -> Result<Vec<(String, Stat)>> {
    let mut found = Vec::new();
    for part in PARTS {
        let Ok(part_folder) = open_beneath(folder, Path::new(part), folder_flags()) else {
            continue;
        };
        let files = entries(&part_folder)?.into_iter();
        let files = files.filter(|(_, stat)| is(stat, FileType::RegularFile));
        found.extend(files.map(|(name, stat)| (format!("{part}/{name}"), stat)));
    }
    Ok(found)
}

fn is_box(folder: &OwnedFd, name: &str) -> bool {
    open_beneath(folder, Path::new(&format!("{name}/cur")), folder_flags()).is_ok()
}

fn entries(folder: impl AsFd) -> Result<Vec<(String, Stat)>> {
    let mut found = Vec::new();
    for entry in Dir::read_from(&folder).map_err(fault)? {
        let entry = entry.map_err(fault)?;
        let name: &CStr = entry.file_name();
        if name == c"." || name == c".." {
            continue;
        }
        let stat = rustix::fs::statat(&folder, name, AtFlags::SYMLINK_NOFOLLOW);
        if let (Ok(stat), Ok(name)) = (stat, name.to_str()) {
            found.push((name.to_owned(), stat));
        }
    }
    Ok(found)
}

fn size(stat: &Stat) -> u64 {
    u64::try_from(stat.st_size).unwrap_or_default()
}
