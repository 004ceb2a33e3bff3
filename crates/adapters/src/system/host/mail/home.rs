//! Work in homes, by the privileged process's child that has the rights of the account alone.

use api::{Error, Kind, Result, UserName};
use root::{Act, Answer, Facts, Fault, Gift, HomePath, Trouble, Verb};

use super::{
    MailServers, call,
    folders::{Entry, Home},
};
use crate::system::host::refused::{name, unfit};

/// The bits of a mode that say what a file is, and two of the kinds.
const KIND: u32 = 0o170_000;
const FOLDER: u32 = 0o040_000;
const FILE: u32 = 0o100_000;
/// The mode of files that are written here.
const MODE: u32 = 0o640;

impl MailServers {
    /// Does an act; none where nothing is there.
    fn within(&self, user: &UserName, act: Act) -> Result<Option<Gift>> {
        match call(&self.root, &Verb::Within { user: name(user.as_str())?, act })? {
            Answer::Within(Ok(gift)) => Ok(Some(gift)),
            Answer::Within(Err(fault)) if is_absent(&fault) => Ok(None),
            Answer::Within(Err(fault)) => {
                let said = format!("The account's mail could not be read or written: {fault}.");
                Err(Error::new(Kind::Unavailable, said))
            }
            _ => Err(unfit()),
        }
    }

    fn find(&self, user: &UserName, path: &str) -> Result<Option<Facts>> {
        match self.within(user, Act::Find(place(path)?))? {
            Some(Gift::Found(found)) => Ok(found),
            None => Ok(None),
            Some(_) => Err(unfit()),
        }
    }
}

impl Home for MailServers {
    fn list(&self, user: &UserName, path: &str) -> Result<Option<Vec<Entry>>> {
        match self.within(user, Act::List(place(path)?))? {
            Some(Gift::Listed(found)) => Ok(Some(found.into_iter().map(entry).collect())),
            None => Ok(None),
            Some(_) => Err(unfit()),
        }
    }

    fn changed(&self, user: &UserName, path: &str) -> Result<Option<i64>> {
        let found = self.find(user, path)?;
        Ok(found.filter(|found| found.mode & KIND == FOLDER).map(|found| found.modified))
    }

    fn read(&self, user: &UserName, path: &str, most: u64) -> Result<Option<Vec<u8>>> {
        match self.within(user, Act::Read { place: place(path)?, most })? {
            Some(Gift::Content(content)) => Ok(Some(content)),
            None => Ok(None),
            Some(_) => Err(unfit()),
        }
    }

    fn write(&self, user: &UserName, path: &str, content: &[u8]) -> Result<()> {
        let place = place(path)?;
        let act = Act::Write { place, content: content.to_vec(), replace: true, mode: Some(MODE) };
        self.within(user, act).map(drop)
    }

    fn make_folder(&self, user: &UserName, path: &str) -> Result<()> {
        self.within(user, Act::MakeFolder(place(path)?)).map(drop)
    }

    fn remove(&self, user: &UserName, path: &str) -> Result<bool> {
        Ok(self.within(user, Act::Remove(place(path)?))?.is_some())
    }

    fn rename(&self, user: &UserName, from: &str, to: &str) -> Result<()> {
        self.within(user, Act::Rename { from: place(from)?, to: place(to)? }).map(drop)
    }
}

fn is_absent(fault: &Fault) -> bool {
    matches!(fault.trouble, Trouble::Missing | Trouble::NoFolder | Trouble::NoFile)
}

fn place(path: &str) -> Result<HomePath> {
    HomePath::try_from(path).map_err(|rule| Error::internal(format!("“{path}” {rule}")))
}

fn entry(facts: Facts) -> Entry {
    Entry {
        is_folder: facts.mode & KIND == FOLDER,
        is_file: facts.mode & KIND == FILE,
        bytes: facts.size,
        changed: facts.modified,
        name: facts.name,
    }
}
