//! Files of accounts, which a process with the account's own rights works on.

use std::sync::Arc;

use api::{
    Account, Result,
    ports::{FileFacts, Files, HomePath, Usage, Write},
};
use root::{Act, Answer, Client, Gift, Verb};

use super::{
    refused::{self, unfit},
    users::WHAT,
};
use crate::acts::{self, Acts};

/// The files in the machine's homes.
pub struct HomeFiles {
    root: Arc<Client>,
}

impl HomeFiles {
    /// Files that the privileged process has worked on.
    pub fn new(root: Arc<Client>) -> Self {
        Self { root }
    }
}

impl Files for HomeFiles {
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

impl Acts for HomeFiles {
    fn act(&self, account: &Account, act: &Act) -> Result<Gift> {
        let verb = Verb::Within { user: refused::name(account.name().as_str())?, act: act.clone() };
        match refused::call(&self.root, &verb, WHAT)? {
            Answer::Within(gift) => gift.map_err(|fault| acts::fault(&fault)),
            _ => Err(unfit()),
        }
    }
}
