//! The files in the machine's homes, as their owners work on them.

#[cfg(test)]
mod tests;

use api::{
    Account, Error, Result,
    ports::{FileFacts, Files, HomePath, Usage, Write},
};
use root::{Act, Gift, beneath::Home};

use super::Machine;
use crate::acts::{self, Acts};

impl Files for Machine {
    fn find(&self, account: &Account, path: &HomePath) -> Result<Option<FileFacts>> {
        acts::find(self, account, path)
    }

    fn list(&self, account: &Account, path: &HomePath) -> Result<Vec<FileFacts>> {
        acts::list(self, account, path)
    }

    fn read(&self, account: &Account, path: &HomePath, most: u64) -> Result<Vec<u8>> {
        acts::read(self, account, path, most)
    }

    fn write(&self, account: &Account, path: &HomePath, content: &[u8], how: Write) -> Result<()> {
        acts::write(self, account, path, content, how)
    }

    fn make_folder(&self, account: &Account, path: &HomePath) -> Result<()> {
        acts::make_folder(self, account, path)
    }

    fn rename(&self, account: &Account, from: &HomePath, to: &HomePath) -> Result<()> {
        acts::rename(self, account, from, to)
    }

    fn copy(&self, account: &Account, from: &HomePath, to: &HomePath) -> Result<()> {
        acts::copy(self, account, from, to)
    }

    fn remove(&self, account: &Account, path: &HomePath) -> Result<()> {
        acts::remove(self, account, path)
    }

    fn set_mode(&self, account: &Account, path: &HomePath, mode: u32) -> Result<()> {
        acts::set_mode(self, account, path, mode)
    }

    fn measure(&self, account: &Account, path: &HomePath) -> Result<Usage> {
        acts::measure(self, account, path)
    }
}

impl Acts for Machine {
    fn act(&self, account: &Account, act: &Act) -> Result<Gift> {
        let home = self.homes.find(account.name())?;
        let home = home.ok_or_else(|| Error::not_found("The account has no home."))?;
        Home::new(home).act(act).map_err(|fault| acts::fault(&fault))
    }
}
