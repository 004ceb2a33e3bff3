//! Mailboxes as folders of files below a home: `mail/DOMAIN/LOCAL`, and `mail` itself for the account's
//! own. Each has `cur`, `new` and `tmp`; a folder in it is a `.Name` beside them.

use api::{
    EmailAddress, Result, UnixTime, UserName,
    ports::{MailFile, MailFolder, MailUsage, StoredMessage},
};
use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

use super::users;

/// The folders of messages.
const PARTS: [&str; 2] = ["cur", "new"];
/// What Dovecot keeps in a folder: its first line has the folder's id.
const IDS: &str = "dovecot-uidlist";
/// How much of that is read: it has a line for each message.
const MOST_IDS: u64 = 64 << 20;

/// What lies in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) is_folder: bool,
    pub(super) is_file: bool,
    pub(super) bytes: u64,
    pub(super) changed: i64,
}

/// Work in a home, with the rights of its user alone. Paths are below the home.
pub(super) trait Home {
    /// What a folder holds; none where there is no such folder.
    fn list(&self, user: &UserName, path: &str) -> Result<Option<Vec<Entry>>>;
    /// When a folder was changed; none where there is no such folder.
    fn changed(&self, user: &UserName, path: &str) -> Result<Option<i64>>;
    /// What a file holds; none where there is no such file.
    fn read(&self, user: &UserName, path: &str, most: u64) -> Result<Option<Vec<u8>>>;
    /// Writes a file in the place of the one there.
    fn write(&self, user: &UserName, path: &str, content: &[u8]) -> Result<()>;
    /// Makes a folder with those above it.
    fn make_folder(&self, user: &UserName, path: &str) -> Result<()>;
    /// Removes a file or a folder; whether it was there.
    fn remove(&self, user: &UserName, path: &str) -> Result<bool>;
    /// Gives a folder another place, unless something is there.
    fn rename(&self, user: &UserName, from: &str, to: &str) -> Result<()>;
}

/// The path of a mailbox; of the account's own where none is named.
pub(super) fn path(mailbox: Option<&EmailAddress>) -> Result<String> {
    mailbox.map_or_else(|| Ok("mail".to_owned()), users::folder)
}

/// Makes the folders of a mailbox, or of a folder in it.
pub(super) fn make(home: &dyn Home, user: &UserName, path: &str) -> Result<()> {
    ["cur", "new", "tmp"]
        .iter()
        .try_for_each(|part| home.make_folder(user, &format!("{path}/{part}")))
}

/// Gives the folder of a domain its new name.
pub(super) fn rename(home: &dyn Home, user: &UserName, (from, to): (&str, &str)) -> Result<()> {
    let (from, to) = (format!("mail/{from}"), format!("mail/{to}"));
    if from == to || home.changed(user, &from)?.is_none() || home.changed(user, &to)?.is_some() {
        return Ok(());
    }
    home.rename(user, &from, &to)
}

/// What a mailbox holds, its folders with it.
pub(super) fn usage(home: &dyn Home, user: &UserName, path: &str) -> Result<MailUsage> {
    let mut usage = MailUsage::default();
    let Some(changed) = home.changed(user, path)? else { return Ok(usage) };
    usage.changed = Some(UnixTime(changed));
    for (_, folder) in boxes(home, user, path)? {
        for (_, message) in messages(home, user, &folder)? {
            usage.bytes += message.bytes;
            usage.messages += 1;
            usage.changed = usage.changed.max(Some(UnixTime(message.changed)));
        }
    }
    Ok(usage)
}

/// The folders of a mailbox.
pub(super) fn list(home: &dyn Home, user: &UserName, path: &str) -> Result<Vec<MailFolder>> {
    let mut folders = Vec::new();
    for (name, folder) in boxes(home, user, path)? {
        let found = messages(home, user, &folder)?;
        folders.push(MailFolder {
            guid: guid(home, user, &folder)?,
            messages: u64::try_from(found.len()).unwrap_or_default(),
            bytes: found.iter().map(|(_, message)| message.bytes).sum(),
            name,
        });
    }
    folders.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(folders)
}

/// Removes the messages of a folder that the question picks.
pub(super) fn expunge(
    home: &dyn Home,
    user: &UserName,
    (path, name): (&str, &str),
    picks: &dyn Fn(&StoredMessage) -> bool,
) -> Result<u64> {
    let found = boxes(home, user, path)?.into_iter().find(|(one, _)| one == name);
    let Some((_, folder)) = found else { return Ok(0) };
    let mut removed = 0;
    for (file, entry) in messages(home, user, &folder)? {
        let message = StoredMessage {
            received: UnixTime(entry.changed),
            bytes: entry.bytes,
            seen: entry.name.rsplit_once(":2,").is_some_and(|(_, flags)| flags.contains('S')),
        };
        if picks(&message) && home.remove(user, &file)? {
            removed += 1;
        }
    }
    Ok(removed)
}

/// What lies in a folder below the folder of mail.
pub(super) fn browse(
    home: &dyn Home,
    user: &UserName,
    path: &str,
) -> Result<Option<Vec<MailFile>>> {
    let names: Vec<&str> =
        path.split('/').filter(|name| !name.is_empty() && *name != ".").collect();
    if names.contains(&"..") {
        return Ok(None);
    }
    let folder = std::iter::once("mail").chain(names).collect::<Vec<_>>().join("/");
    let Some(found) = home.list(user, &folder)? else { return Ok(None) };
    let mut files = Vec::new();
    for Entry { name, is_folder, changed, .. } in found {
        let is_mailbox =
            is_folder && home.changed(user, &format!("{folder}/{name}/cur"))?.is_some();
        files.push(MailFile { name, is_folder, is_mailbox, changed: UnixTime(changed) });
    }
    files.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(Some(files))
}

/// The mailbox itself, `INBOX`, and its folders: their names and their paths.
fn boxes(home: &dyn Home, user: &UserName, path: &str) -> Result<Vec<(String, String)>> {
    let Some(found) = home.list(user, path)? else { return Ok(Vec::new()) };
    let mut boxes = vec![("INBOX".to_owned(), path.to_owned())];
    let folders = found.into_iter().filter(|one| one.is_folder && one.name.starts_with('.'));
    boxes.extend(folders.map(|one| (format!("INBOX{}", one.name), format!("{path}/{}", one.name))));
    Ok(boxes)
}

/// The messages of a folder, with their paths.
fn messages(home: &dyn Home, user: &UserName, folder: &str) -> Result<Vec<(String, Entry)>> {
    let mut found = Vec::new();
    for part in PARTS {
        let path = format!("{folder}/{part}");
        let files = home.list(user, &path)?.unwrap_or_default().into_iter();
        let files = files.filter(|entry| entry.is_file);
        found.extend(files.map(|entry| (format!("{path}/{}", entry.name), entry)));
    }
    Ok(found)
}

/// The id that Dovecot gave the folder; one out of its path until it did.
fn guid(home: &dyn Home, user: &UserName, folder: &str) -> Result<String> {
    let ids = home.read(user, &format!("{folder}/{IDS}"), MOST_IDS)?.unwrap_or_default();
    let first = ids.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let first = String::from_utf8_lossy(first).into_owned();
    let id = first.split(' ').find_map(|word| word.strip_prefix('G'));
    if let Some(id) = id.filter(|id| id.len() == 32 && id.chars().all(|c| c.is_ascii_hexdigit())) {
        return Ok(id.to_owned());
    }
    let digest = Sha256::digest(format!("{user}/{folder}"));
    Ok(HEXLOWER.encode(digest.get(..16).unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeMap, sync::Mutex};

    use super::*;

    /// A home in memory: files by their paths.
    #[derive(Default)]
    struct Files(Mutex<BTreeMap<String, Vec<u8>>>);

    impl Files {
        fn with(files: &[(&str, &str)]) -> Self {
            let files =
                files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
            Self(Mutex::new(files.collect()))
        }

        fn paths(&self) -> Vec<String> {
            self.0.lock().unwrap().keys().cloned().collect()
        }
    }

    impl Home for Files {
        fn list(&self, user: &UserName, path: &str) -> Result<Option<Vec<Entry>>> {
            if self.changed(user, path)?.is_none() {
                return Ok(None);
            }
            let mut found = BTreeMap::new();
            for (file, content) in &*self.0.lock().unwrap() {
                let Some(rest) = file.strip_prefix(&format!("{path}/")) else { continue };
                let (name, below) = rest.split_once('/').unwrap_or((rest, ""));
                let is_folder = rest.contains('/');
                if name.is_empty() || name == "(folder)" {
                    continue;
                }
                let bytes =
                    if below.is_empty() { u64::try_from(content.len()).unwrap() } else { 0 };
                let entry = Entry {
                    name: name.to_owned(),
                    is_folder,
                    is_file: !is_folder,
                    bytes,
                    changed: 7,
                };
                found.insert(name.to_owned(), entry);
            }
            Ok(Some(found.into_values().collect()))
        }
        fn changed(&self, _: &UserName, path: &str) -> Result<Option<i64>> {
            let there = self.paths().iter().any(|file| file.starts_with(&format!("{path}/")));
            Ok(there.then_some(5))
        }
        fn read(&self, _: &UserName, path: &str, _: u64) -> Result<Option<Vec<u8>>> {
            Ok(self.0.lock().unwrap().get(path).cloned())
        }
        fn write(&self, _: &UserName, path: &str, content: &[u8]) -> Result<()> {
            self.0.lock().unwrap().insert(path.to_owned(), content.to_vec());
            Ok(())
        }
        fn make_folder(&self, user: &UserName, path: &str) -> Result<()> {
            self.write(user, &format!("{path}/(folder)"), b"")
        }
        fn remove(&self, _: &UserName, path: &str) -> Result<bool> {
            Ok(self.0.lock().unwrap().remove(path).is_some())
        }
        fn rename(&self, _: &UserName, from: &str, to: &str) -> Result<()> {
            let mut files = self.0.lock().unwrap();
            let renamed = std::mem::take(&mut *files).into_iter().map(|(path, content)| {
                let rest =
                    path.strip_prefix(&format!("{from}/")).map(|rest| format!("{to}/{rest}"));
                (rest.unwrap_or(path), content)
            });
            *files = renamed.collect();
            Ok(())
        }
    }

    fn amy() -> UserName {
        "amy".parse().unwrap()
    }

    #[test]
    fn folders_and_their_messages_are_counted() {
        let home = Files::with(&[
            ("mail/a.test/info/cur/1:2,S", "12345"),
            ("mail/a.test/info/new/2", "123"),
            ("mail/a.test/info/.Sent/cur/3:2,", "1"),
            ("mail/a.test/info/dovecot-uidlist", "3 V1 N2 G0123456789abcdef0123456789abcdef\n1 x"),
        ]);
        let info = path(Some(&"info@a.test".parse().unwrap())).unwrap();
        let usage = usage(&home, &amy(), &info).unwrap();
        assert_eq!((usage.bytes, usage.messages, usage.changed), (9, 3, Some(UnixTime(7))));
        let folders = list(&home, &amy(), &info).unwrap();
        let told: Vec<_> = folders.iter().map(|one| (one.name.as_str(), one.messages)).collect();
        assert_eq!(told, [("INBOX", 2), ("INBOX.Sent", 1)]);
        assert_eq!(folders[0].guid, "0123456789abcdef0123456789abcdef");
        assert_eq!(folders[1].guid.len(), 32);
    }

    #[test]
    fn messages_that_are_picked_go() {
        let home = Files::with(&[("mail/cur/1:2,S", "12345"), ("mail/new/2", "123")]);
        let gone = expunge(&home, &amy(), ("mail", "INBOX"), &|one| one.seen).unwrap();
        assert_eq!((gone, home.paths()), (1, vec!["mail/new/2".to_owned()]));
        assert_eq!(expunge(&home, &amy(), ("mail", "INBOX.None"), &|_| true).unwrap(), 0);
    }

    #[test]
    fn no_way_leads_out_of_the_mail() {
        let home = Files::with(&[("mail/a.test/info/cur/1", ""), ("public_html/x", "")]);
        let found = browse(&home, &amy(), "a.test").unwrap().unwrap();
        assert_eq!((found[0].name.as_str(), found[0].is_mailbox), ("info", true));
        for out in ["..", "../public_html", "a.test/../.."] {
            assert!(browse(&home, &amy(), out).unwrap().is_none(), "{out}");
        }
    }

    #[test]
    fn a_domains_folder_moves_but_over_nothing() {
        let home = Files::with(&[("mail/a.test/info/cur/1", ""), ("mail/c.test/x/cur/1", "")]);
        rename(&home, &amy(), ("a.test", "b.test")).unwrap();
        rename(&home, &amy(), ("b.test", "c.test")).unwrap();
        rename(&home, &amy(), ("none.test", "d.test")).unwrap();
        assert_eq!(home.paths(), ["mail/b.test/info/cur/1", "mail/c.test/x/cur/1"]);
    }
}
