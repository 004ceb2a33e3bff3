//! The parts of an account that nobody could leave out, done by hand.

use std::{
    fs::{self, File},
    io::Write as _,
    path::Path,
    process::Command,
};

use adapters::system::{Cost, Yescrypt};
use api::{Secret, ports::Passwords as _};

use super::cpu;
use crate::{
    Result,
    works::{self, PASSWORD},
};

/// The files that services read of an account: its site, its programs, its logins by FTP and for mail, who
/// of it may send, what becomes of its domain's mail, whose mailboxes those are, and the key that signs it.
const FILES: usize = 8;

/// A part that is done again and again.
type Part = Box<dyn FnMut() -> Result<()>>;

/// Each of them.
pub(super) struct Parts {
    pub(super) hash: Part,
    pub(super) user: fn(usize) -> Result<()>,
    pub(super) commit: Part,
    pub(super) files: Part,
}

impl Parts {
    /// With what they write below a folder.
    pub(super) fn new(folder: &Path) -> Result<Self> {
        let (passwords, password) =
            (Yescrypt::new(Cost::default())?, Secret::new(PASSWORD.to_owned()));
        let by_hand = folder.join("by-hand");
        fs::create_dir(&by_hand)?;
        let commit = works::commit(&by_hand)?;
        Ok(Self {
            hash: Box::new(move || Ok(passwords.hash(&password).map(drop)?)),
            user: |number| add_user(&format!("part{number}")),
            commit: Box::new(commit),
            files: Box::new(move || (0..FILES).try_for_each(|number| swap_in(&by_hand, number))),
        })
    }
}

/// Writes a file so that it lasts, and puts it in the place of the one before.
fn swap_in(folder: &Path, number: usize) -> Result<()> {
    let new = folder.join("new");
    let mut file = File::create(&new)?;
    file.write_all(&[b'x'; 500])?;
    file.sync_all()?;
    fs::rename(new, folder.join(number.to_string()))?;
    Ok(File::open(folder)?.sync_all()?)
}

fn add_user(name: &str) -> Result<()> {
    let done = Command::new("useradd").args(["-m", "-U", name]).status()?;
    if done.success() { Ok(()) } else { Err("useradd failed".into()) }
}

/// The processors' time of a bare `useradd -m -U`, the mean of many, in milliseconds.
pub(super) fn cpu_of_user(many: u32) -> Result<f64> {
    let before = cpu::children()?;
    (0..many).try_for_each(|number| add_user(&format!("bare{number}")))?;
    Ok((cpu::children()? - before) / f64::from(many))
}
