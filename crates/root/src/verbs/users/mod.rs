//! Users of accounts, in a name-service source of their own. A user is there once `NAME.user` is, which
//! is put in place last and removed last; whatever is done again mends what a killed process left.

mod belongings;
mod compare;
mod folder;
mod halves;
mod processes;
mod record;
mod taken;

use std::{fs, path::Path};

pub(crate) use self::{
    belongings::belonging,
    compare::compare,
    folder::{Folder, STAGED},
    halves::halves,
    processes::owners,
    record::Record,
};
use super::{
    homes::Homes,
    own_logins::{self, OwnLogin},
};
use crate::{Answer, Change, Kind, Layout, Managed, Name, Refusal, Root, User};

/// Makes users and their homes so.
pub(super) fn put(root: &Root, users: &[User]) -> Result<Answer, Refusal> {
    let layout = &root.layout;
    users.iter().try_for_each(|user| check(user, layout))?;
    let folder = open(layout)?;
    taken::check(&folder, users)?;
    let homes = Homes::open(layout)?;
    for user in users {
        if let Some(formerly) = &user.formerly {
            root.workers.forget(formerly);
            homes.rename(formerly, user)?;
        }
    }
    homes.make(users, root)?;
    write(&folder, users, layout)?;
    homes.limit(users, layout)?;
    users.iter().try_for_each(|user| remove_former(&folder, user))?;
    let former = users.iter().filter_map(|user| user.formerly.clone().filter(|f| *f != user.name));
    remove_pools(root, former)?;
    own_logins::put(root, users.iter().flat_map(|user| own_login(root, user)).collect())?;
    Ok(Answer::Done)
}

/// Takes the pools of programs away of users that go, or have another name by now.
fn remove_pools(root: &Root, names: impl IntoIterator<Item = Name>) -> Result<(), Refusal> {
    let pool = |name| Managed { kind: Kind::FpmPool, name };
    // A machine that serves no sites has no folder of pools either.
    let there = names.into_iter().map(pool).filter(|file| file.path(&root.layout).exists());
    let changes: Vec<Change> = there.map(|file| Change { file, content: None }).collect();
    if changes.is_empty() {
        return Ok(());
    }
    super::publish::publish(root, changes).map(drop)
}

/// A user's own FTP login, and that of its former name, which is none.
fn own_login(root: &Root, user: &User) -> Vec<OwnLogin> {
    let is_shut = user.locked || own_logins::is_kept_out(root, user.expired);
    let password = (!is_shut).then(|| user.password.clone());
    let formerly = user.formerly.clone().filter(|name| *name != user.name);
    let former = formerly.map(|name| (name, None));
    former.into_iter().chain([(user.name.clone(), password)]).collect()
}

/// Says of each user whether the next login must choose a new password. Who is not there is left out.
pub(super) fn expire(root: &Root, users: &[(Name, bool)]) -> Result<Answer, Refusal> {
    let folder = open(&root.layout)?;
    let (mut change, mut logins) = (folder.change(), Vec::new());
    for (name, expired) in users {
        if let Some(mut record) = find(&folder, name)? {
            record.expire(*expired);
            change.put(format!("{name}.user"), &record.render()?, 0o644).map_err(fault)?;
            let is_shut = record.locked || own_logins::is_kept_out(root, *expired);
            let password = if is_shut { None } else { password(&folder, name)? };
            logins.push((name.clone(), password));
        }
    }
    change.commit().map_err(fault)?;
    own_logins::put(root, logins)?;
    Ok(Answer::Done)
}

/// A user's password as crypt(3) writes it.
fn password(folder: &Folder, name: &Name) -> Result<Option<String>, Refusal> {
    let text = folder.read(&format!("{name}.user-privileged")).map_err(fault)?;
    Ok(text.as_deref().and_then(record::password))
}

/// Takes a user away: first nobody can log in, then the home is out of sight and all processes end, then
/// the user is gone, then what the home held is deleted.
pub(super) fn remove(root: &Root, name: &Name) -> Result<Answer, Refusal> {
    name_rule(name)?;
    let folder = open(&root.layout)?;
    let record = find(&folder, name)?;
    if record.is_none() && folder.read(&format!("{name}.user")).map_err(fault)?.is_some() {
        return Err(foreign(name));
    }
    folder.remove(&format!("{name}.user-privileged")).map_err(fault)?;
    own_logins::put(root, vec![(name.clone(), None)])?;
    remove_pools(root, [name.clone()])?;
    root.workers.forget(name);
    let homes = Homes::open(&root.layout)?;
    let discarded = homes.discard(name, &root.layout)?;
    let gone = record.map_or_else(
        || erase_left(&folder, name, &root.layout),
        |record| {
            if root.layout.uids.contain(record.uid) {
                processes::end(record.uid).map_err(fault)?;
                belongings::discard(record.uid);
            }
            erase(&folder, &record)
        },
    );
    discarded.delete();
    gone.map(|()| Answer::Done)
}

/// Names the users and the homes that are ours.
pub(super) fn list(root: &Root) -> Result<Answer, Refusal> {
    let folder = open(&root.layout)?;
    let mut names = Homes::open(&root.layout)?.names(&root.layout)?;
    for name in folder.ending(".user").map_err(fault)? {
        let Ok(name) = name.parse::<Name>() else { continue };
        if name_rule(&name).is_ok() && find(&folder, &name)?.is_some() {
            names.insert(name);
        }
    }
    Ok(Answer::Names(names.into_iter().collect()))
}

/// The user of that name, if it is ours.
pub(crate) fn find(folder: &Folder, name: &Name) -> Result<Option<Record>, Refusal> {
    let text = folder.read(&format!("{name}.user")).map_err(fault)?;
    let record = text.as_deref().and_then(Record::parse);
    Ok(record.filter(|record| record.user_name == *name))
}

/// Removes what a killed process left staged.
pub(super) fn sweep(layout: &Layout) -> Result<(), Refusal> {
    if layout.users.exists() { open(layout)?.sweep().map_err(fault) } else { Ok(()) }
}

/// Opens the folder of users.
pub(crate) fn open(layout: &Layout) -> Result<Folder, Refusal> {
    Folder::open(&layout.users).map_err(fault)
}

/// Writes down users: of each new one the user itself last.
fn write(folder: &Folder, users: &[User], layout: &Layout) -> Result<(), Refusal> {
    let shells = shells();
    let mut change = folder.change();
    for user in users {
        for (name, entry) in entries(user, layout, &shells)? {
            let put = match entry {
                Entry::File(text, mode) => change.put(name, &text, mode),
                Entry::Link(target) => change.link(name, &target),
            };
            put.map_err(fault)?;
        }
    }
    change.commit().map_err(fault)
}

/// What the name service finds in its folder.
enum Entry {
    /// A file of that text and mode.
    File(Vec<u8>, u32),
    /// A link to that name.
    Link(String),
}

/// What the name service finds of a user, in the order in which it is put in place.
fn entries(user: &User, layout: &Layout, shells: &str) -> Result<Vec<(String, Entry)>, Refusal> {
    let (name, uid, gid) = (&user.name, user.uid, user.gid);
    let record = Record::of(user, layout, shells).render()?;
    let (group, privileged) = (record::group(user)?, record::privileged(user)?);
    let mut entries = vec![
        (format!("{name}.group"), Entry::File(group, 0o644)),
        (format!("{gid}.group"), Entry::Link(format!("{name}.group"))),
        (format!("{name}.user-privileged"), Entry::File(privileged, 0o600)),
        (format!("{uid}.user"), Entry::Link(format!("{name}.user"))),
        (format!("{name}.user"), Entry::File(record, 0o644)),
    ];
    // Who has another name so far is found by number all the time.
    if user.formerly.is_some() {
        entries.swap(3, 4);
    }
    Ok(entries)
}

/// The shells that users may have.
fn shells() -> String {
    fs::read_to_string("/etc/shells").unwrap_or_default()
}

/// Takes away what a user was before it was renamed.
fn remove_former(folder: &Folder, user: &User) -> Result<(), Refusal> {
    let Some(formerly) = user.formerly.as_ref().filter(|name| **name != user.name) else {
        return Ok(());
    };
    match find(folder, formerly)? {
        // Somebody else may have that name by now.
        Some(record) if record.uid == user.uid => erase(folder, &record),
        _ => Ok(()),
    }
}

/// Removes what the name service knows of a user: what names it first, itself last.
fn erase(folder: &Folder, record: &Record) -> Result<(), Refusal> {
    let name = &record.user_name;
    for (link, target) in halves::links(record) {
        if folder.link(&link).map_err(fault)?.as_deref() == Some(Path::new(&target)) {
            folder.remove(&link).map_err(fault)?;
        }
    }
    for ending in ["group", "user-privileged", "user"] {
        folder.remove(&format!("{name}.{ending}")).map_err(fault)?;
    }
    folder.sync().map_err(fault)
}

/// Removes what the name service still knows of a user that is not there itself.
fn erase_left(folder: &Folder, name: &Name, layout: &Layout) -> Result<(), Refusal> {
    let left = halves::left_of(folder, name, layout)?;
    if left.is_empty() {
        return Ok(());
    }
    left.iter().try_for_each(|name| folder.remove(name)).map_err(fault)?;
    folder.sync().map_err(fault)
}

/// What no user may be, whoever asks.
fn check(user: &User, layout: &Layout) -> Result<(), Refusal> {
    name_rule(&user.name)?;
    user.formerly.iter().try_for_each(name_rule)?;
    if !layout.uids.contain(user.uid) || !layout.uids.contain(user.gid) {
        let problem = format!("{} has an id that is not one of an account's user", user.name);
        return Err(Refusal::Forbidden(problem));
    }
    let plain = |c: char| c.is_ascii_graphic() && c != ':';
    // `*0` is how crypt(3) says that it failed, and nothing lets everybody in.
    let refused = user.password.is_empty() || user.password.starts_with('*');
    if refused || !user.password.chars().all(plain) {
        return Err(Refusal::Forbidden(format!(
            "{} has no password as crypt(3) writes it",
            user.name
        )));
    }
    Ok(())
}

/// The names of accounts: no name of a file here or in the folder of homes begins like anything else's.
pub(crate) fn name_rule(name: &Name) -> Result<(), Refusal> {
    let text = name.as_str();
    let inner = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '-';
    let good = text.len() <= 32
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(inner);
    if good { Ok(()) } else { Err(Refusal::Forbidden(format!("{name} is no name of a user"))) }
}

fn foreign(name: &Name) -> Refusal {
    Refusal::Exists(format!("{name} is a user of this machine that is no account's"))
}

pub(crate) fn fault(cause: impl std::fmt::Display) -> Refusal {
    Refusal::failed("the machine's users could not be read or written", cause)
}
