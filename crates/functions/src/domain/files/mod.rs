//! Files of accounts: where they are, what is said of them, how much room there is, the trash.

pub mod charset;
pub mod disk;
pub mod facts;
pub mod room;
pub mod trash;

use api::{Account, Cx, Error, FilePath, Kind, Param, Result, Type, ports::HomePath};

/// The most bytes of a file that is shown or saved as text.
pub const LONGEST_TEXT: u64 = 8 << 20;

/// The home of the caller's own account.
pub struct Home<'a> {
    /// The account.
    pub account: Account,
    cx: &'a Cx<'a>,
}

impl<'a> Home<'a> {
    /// The caller's.
    pub fn own(cx: &'a Cx<'a>) -> Result<Self> {
        let account = Account::of_caller(&*cx.host.store.read()?, cx.caller)?;
        Ok(Self { account, cx })
    }

    /// The place that a parameter means.
    pub fn place(&self, param: &str, path: &FilePath) -> Result<HomePath> {
        HomePath::read(self.path(), path).map_err(|problem| Error::param(param, problem))
    }

    /// The place of that name in a folder; `param` is where the name was given.
    pub fn within(&self, param: &str, folder: &HomePath, name: &str) -> Result<HomePath> {
        folder.join(name).map_err(|problem| Error::param(param, problem))
    }

    /// Where the home is, as the account sees it.
    pub fn path(&self) -> &str {
        &self.account.record().home
    }

    /// A place as the account sees it.
    pub fn shown(&self, place: &HomePath) -> String {
        place.under(self.path())
    }

    /// Where something that is moved or copied to `to` comes to be: in it, where that is a folder.
    pub fn target(&self, from: &HomePath, to: &HomePath) -> Result<HomePath> {
        let there = self.cx.host.files.find(&self.account, to)?;
        if there.is_some_and(|facts| facts.kind == api::ports::FileKind::Folder) {
            return self.within("destination", to, from.name());
        }
        Ok(to.clone())
    }

    /// Copies, where there is room.
    pub fn copy(&self, from: &HomePath, to: &HomePath) -> Result<HomePath> {
        let to = self.target(from, to)?;
        let size = self.cx.host.files.measure(&self.account, from)?;
        room::check(self.cx.host, &self.account, size)?;
        self.cx.host.files.copy(&self.account, from, &to)?;
        Ok(to)
    }

    /// Moves.
    pub fn rename(&self, from: &HomePath, to: &HomePath) -> Result<HomePath> {
        let to = self.target(from, to)?;
        self.cx.host.files.rename(&self.account, from, &to)?;
        Ok(to)
    }

    /// Writes a file, where there is room; says whether it replaced one.
    pub fn write(&self, place: &HomePath, content: &[u8], how: api::ports::Write) -> Result<()> {
        let files = &self.cx.host.files;
        let before = files.find(&self.account, place)?.map_or(0, |facts| facts.size);
        let more = u64::try_from(content.len()).unwrap_or(u64::MAX).saturating_sub(before);
        let size = api::ports::Usage { disk: more.div_ceil(1024), inodes: u64::from(before == 0) };
        room::check(self.cx.host, &self.account, size)?;
        files.write(&self.account, place, content, how)
    }
}

/// The content of a file as a caller sends it: any text, kept as it is, and never logged.
pub struct Content(pub String);

impl Param for Content {
    const TYPE: Type = Type::Secret;

    fn read(texts: &[&str]) -> Result<Self, String> {
        let text = texts.last().copied().unwrap_or_default();
        if u64::try_from(text.len()).unwrap_or(u64::MAX) > LONGEST_TEXT {
            return Err(format!("is longer than {LONGEST_TEXT} bytes"));
        }
        Ok(Self(text.to_owned()))
    }
}

/// Permissions as `644` or `0755`: who may read, write and run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Permissions(pub u32);

impl From<&str> for Permissions {
    /// Of octal digits; none where they are no such digits.
    fn from(digits: &str) -> Self {
        Self(u32::from_str_radix(digits, 8).unwrap_or_default())
    }
}

impl Param for Permissions {
    const TYPE: Type = Type::Text;

    fn read(texts: &[&str]) -> Result<Self, String> {
        let text = String::read(texts)?;
        let mode = u32::from_str_radix(&text, 8).ok().filter(|mode| *mode <= 0o777);
        let digits = (3..=4).contains(&text.len());
        let mode = mode.filter(|_| digits);
        mode.map(Self).ok_or_else(|| "must be three octal digits, as 644".to_owned())
    }
}

/// The error of a path that must not be there.
pub fn exists(place: &HomePath) -> Error {
    Error::new(Kind::Exists, format!("path: “{place}” is there already."))
}
