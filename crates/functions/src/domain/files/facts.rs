//! What answers say of files.

use api::{
    Flag, Output, Result, UnixTime,
    ports::{FileFacts, FileKind, HomePath},
};

use super::Home;

/// What else is asked about files.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wishes {
    /// Whether folders without folders in them are marked.
    pub leaves: bool,
    /// Whether the types by their names are said.
    pub mime: bool,
    /// Whether it is said what the owner may do with them.
    pub permissions: bool,
}

/// A file as answers show it.
#[derive(Debug, Clone, Output)]
pub struct FileItem {
    /// Its name.
    pub file: String,
    /// The folder that it is in, as the account sees it.
    pub path: String,
    /// It with its folder, as the account sees it.
    pub fullpath: String,
    /// The folder that it is in, as the account sees it.
    pub absdir: String,
    /// Whether it is there: always 1.
    pub exists: Flag,
    /// What kind it is of.
    #[param(name = "type")]
    pub kind: FileKind,
    /// Its length in bytes.
    pub size: u64,
    /// Its length for people.
    pub humansize: String,
    /// Its mode with its kind, as a decimal number in text.
    pub mode: String,
    /// Its mode as three octal digits.
    pub nicemode: u64,
    /// Its owner's number.
    pub uid: u32,
    /// Its group's number.
    pub gid: u32,
    /// When it was changed in any way.
    pub ctime: UnixTime,
    /// When its content was changed.
    pub mtime: UnixTime,
    /// Whether it is a folder without folders in it.
    #[param(absent)]
    pub isleaf: Option<Flag>,
    /// The name of the picture for its type.
    #[param(absent)]
    pub mimename: Option<String>,
    /// Its type, by its name.
    #[param(absent)]
    pub mimetype: Option<String>,
    /// The same as `mimename`.
    #[param(absent)]
    pub rawmimename: Option<String>,
    /// The same as `mimetype`.
    #[param(absent)]
    pub rawmimetype: Option<String>,
    /// Whether the owner may read it.
    #[param(absent)]
    pub read: Option<Flag>,
    /// Whether the owner may write it.
    #[param(absent)]
    pub write: Option<Flag>,
}

impl FileItem {
    /// Of the file at a place.
    pub fn of(
        cx: &api::Cx<'_>,
        home: &Home<'_>,
        place: &HomePath,
        facts: FileFacts,
        wishes: Wishes,
    ) -> Result<Self> {
        let record = home.account.record();
        let folder = home.shown(&place.parent());
        let leaf = wishes.leaves && facts.kind == FileKind::Folder;
        let kind = wishes.mime.then(|| mime(&facts));
        let name = kind.as_ref().map(|kind| kind.replace('/', "-"));
        let may = |bit: u32| wishes.permissions.then_some(Flag(facts.mode & bit != 0));
        Ok(Self {
            file: place.name().to_owned(),
            path: folder.clone(),
            fullpath: home.shown(place),
            absdir: folder,
            exists: Flag(true),
            kind: facts.kind,
            size: facts.size,
            humansize: human_size(facts.size),
            mode: facts.mode.to_string(),
            nicemode: format!("{:o}", facts.mode & 0o777).parse().unwrap_or_default(),
            uid: record.uid,
            gid: record.gid,
            ctime: facts.changed,
            mtime: facts.modified,
            isleaf: if leaf { Some(is_leaf(cx, home, place)?) } else { None },
            mimename: name.clone(),
            mimetype: kind.clone(),
            rawmimename: name,
            rawmimetype: kind,
            read: may(0o400),
            write: may(0o200),
        })
    }
}

/// Whether a folder has no folders in it.
fn is_leaf(cx: &api::Cx<'_>, home: &Home<'_>, place: &HomePath) -> Result<Flag> {
    let inner = cx.host.files.list(&home.account, place)?;
    Ok(Flag(!inner.iter().any(|facts| facts.kind == FileKind::Folder)))
}

fn mime(facts: &FileFacts) -> String {
    match facts.kind {
        FileKind::Folder => "httpd/unix-directory".to_owned(),
        FileKind::File => {
            mime_guess::from_path(&facts.name).first_raw().unwrap_or("text/x-generic").to_owned()
        }
        other => format!("inode/{}", other.as_str()),
    }
}

/// A length for people: `5 KB`, `1.25 MB`.
pub fn human_size(bytes: u64) -> String {
    let mut unit = "bytes";
    let mut hundredths = u128::from(bytes) * 100;
    for larger in ["KB", "MB", "GB", "TB"] {
        if hundredths < 102_400 {
            break;
        }
        hundredths /= 1024;
        unit = larger;
    }
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    match rest {
        0 => format!("{whole} {unit}"),
        rest if rest % 10 == 0 => format!("{whole}.{} {unit}", rest / 10),
        rest => format!("{whole}.{rest:02} {unit}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_said_for_people() {
        for (bytes, said) in [
            (0, "0 bytes"),
            (1_023, "1023 bytes"),
            (5 << 10, "5 KB"),
            (1_536, "1.5 KB"),
            ((1 << 20) + (1 << 18), "1.25 MB"),
            (u64::MAX, "16777215.99 TB"),
        ] {
            assert_eq!(human_size(bytes), said);
        }
    }
}
