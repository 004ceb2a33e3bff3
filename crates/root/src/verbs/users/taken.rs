//! Names and ids that somebody else has: the machine's own users, whatever the name service knows from
//! elsewhere, and other accounts.

use std::{
    collections::HashSet,
    fs,
    path::Path,
    process::{Command, Stdio},
};

use super::{Folder, fault, find, foreign};
use crate::{Refusal, User};

/// How many names and ids are asked for at once.
const AT_ONCE: usize = 1_000;

/// Refuses users with a name or an id that somebody else has.
pub(super) fn check(folder: &Folder, users: &[User]) -> Result<(), Refusal> {
    let own = Own::read()?;
    let mut new = Vec::new();
    for user in users {
        if own.has(user) {
            return Err(foreign(&user.name));
        }
        ids(folder, user)?;
        match find(folder, &user.name)? {
            Some(record) if record.uid == user.uid => {}
            Some(_) => return Err(Refusal::Exists(format!("{} is another account’s", user.name))),
            None if folder.read(&format!("{}.user", user.name)).map_err(fault)?.is_some() => {
                return Err(foreign(&user.name));
            }
            None => new.push(user),
        }
    }
    new.chunks(AT_ONCE).try_for_each(elsewhere)
}

/// Refuses an id that another account has.
fn ids(folder: &Folder, user: &User) -> Result<(), Refusal> {
    let Some(target) = folder.link(&format!("{}.user", user.uid)).map_err(fault)? else {
        return Ok(());
    };
    let name = target.to_str().and_then(|target| target.strip_suffix(".user"));
    let Some(name) = name.and_then(|name| name.parse().ok()) else {
        return Err(foreign(&user.name));
    };
    let same = name == user.name || user.formerly.as_ref() == Some(&name);
    // A link may be left of one that is not there any more.
    match find(folder, &name)? {
        Some(record) if record.uid == user.uid && !same => {
            Err(Refusal::Exists(format!("{} has the id that {name} has", user.name)))
        }
        _ => Ok(()),
    }
}

/// The users and groups of `/etc/passwd` and `/etc/group`.
struct Own {
    names: HashSet<String>,
    uids: HashSet<u32>,
    gids: HashSet<u32>,
}

impl Own {
    fn read() -> Result<Self, Refusal> {
        let users = fs::read_to_string("/etc/passwd").map_err(fault)?;
        let groups = fs::read_to_string("/etc/group").map_err(fault)?;
        let lines = || users.lines().chain(groups.lines());
        let names = lines().filter_map(|line| line.split(':').next()).map(str::to_owned);
        Ok(Self { names: names.collect(), uids: ids_of(&users), gids: ids_of(&groups) })
    }

    fn has(&self, user: &User) -> bool {
        self.names.contains(user.name.as_str())
            || self.uids.contains(&user.uid)
            || self.gids.contains(&user.gid)
    }
}

/// The third field of each line.
fn ids_of(lines: &str) -> HashSet<u32> {
    lines.lines().filter_map(|line| line.split(':').nth(2)?.parse().ok()).collect()
}

/// Refuses new users that the name service knows already from anywhere.
fn elsewhere(users: &[&User]) -> Result<(), Refusal> {
    if users.is_empty() || !Path::new("/usr/bin/getent").exists() {
        return Ok(());
    }
    let keys = users.iter().flat_map(|user| [user.name.to_string(), user.uid.to_string()]);
    let mut getent = Command::new("/usr/bin/getent");
    getent.args(["passwd", "--"]).args(keys).env_clear().stdin(Stdio::null());
    let found = getent.output().map_err(fault)?;
    let found = String::from_utf8_lossy(&found.stdout).into_owned();
    let known = found.lines().filter_map(|line| {
        let mut fields = line.split(':');
        Some((fields.next()?, fields.nth(1)?.parse::<u32>().ok()?))
    });
    for (name, uid) in known {
        let whose = users.iter().find(|user| user.name.as_str() == name || user.uid == uid);
        // One that was half made or is half renamed is known by the one or by the other.
        let half = |user: &&&User| {
            let former = user.formerly.as_ref().is_some_and(|former| former.as_str() == name);
            user.uid == uid && (user.name.as_str() == name || former)
        };
        if let Some(user) = whose.filter(|user| !half(user)) {
            return Err(foreign(&user.name));
        }
    }
    Ok(())
}
