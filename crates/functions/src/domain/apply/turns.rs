//! Turns: reading what should be and making it so is one act for each subject, as two changes of a subject
//! that overlap must not end with the older state on the host.

use std::{
    collections::{BTreeSet, hash_map::DefaultHasher},
    hash::{Hash, Hasher},
    sync::{LazyLock, Mutex, MutexGuard, PoisonError},
};

use api::{
    Host, Result, UserName,
    records::{AccountRecord, Subject, Where},
};

static TURNS: LazyLock<[Mutex<()>; 64]> = LazyLock::new(|| std::array::from_fn(|_| Mutex::new(())));

/// Turns that somebody has until this is dropped.
pub(super) type Turns = Vec<MutexGuard<'static, ()>>;

/// Users whose turn it is.
pub(super) struct Users {
    /// What they are called by now.
    pub(super) names: Vec<UserName>,
    _turns: Turns,
}

/// Waits for the turn of a subject that is no user.
pub(super) fn of(subject: &Subject) -> Turns {
    wait_for(&BTreeSet::from([place(subject)]))
}

/// Waits for the turns of these names alone: for what asks only who is there by that very name.
pub(super) fn of_names(names: &[UserName]) -> Turns {
    wait_for(&names.iter().map(place).collect())
}

/// Waits for the turns of users, each under both names while a renaming of theirs is not yet made: the one
/// who is meant by a former name is moved, and must not be taken for somebody who is gone.
pub(super) fn of_users(host: &Host, names: &[UserName]) -> Result<Users> {
    let mut places: BTreeSet<u64> = names.iter().map(place).collect();
    loop {
        let turns = wait_for(&places);
        let renamed = renamed(host, names)?;
        let places_of =
            |row: &AccountRecord| [Some(&row.name), row.formerly.as_ref()].map(place_of);
        let further: BTreeSet<u64> = renamed.iter().flat_map(places_of).flatten().collect();
        if further.is_subset(&places) {
            let current = |name: &UserName| {
                let now = renamed.iter().find(|row| row.formerly.as_ref() == Some(name));
                now.map_or(name, |row| &row.name).clone()
            };
            let names: BTreeSet<UserName> = names.iter().map(current).collect();
            return Ok(Users { names: names.into_iter().collect(), _turns: turns });
        }
        places.extend(further);
    }
}

/// The accounts of these names, of now or before, whose renaming is not yet made. There are never many.
fn renamed(host: &Host, names: &[UserName]) -> Result<Vec<AccountRecord>> {
    let mut rows: Vec<AccountRecord> =
        host.store.read()?.matching(vec![Where::Above("formerly", "".into())])?;
    rows.retain(|row| {
        names.iter().any(|name| row.name == *name || row.formerly.as_ref() == Some(name))
    });
    Ok(rows)
}

fn place_of(name: Option<&UserName>) -> Option<u64> {
    name.map(place)
}

/// The place of a turn.
fn place(subject: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    subject.hash(&mut hasher);
    hasher.finish() % 64
}

/// Waits for each once and in order, so that nobody waits for somebody who waits.
fn wait_for(places: &BTreeSet<u64>) -> Turns {
    let turns = TURNS.iter().zip(0..).filter(|(_, place)| places.contains(place));
    turns.map(|(turn, _)| turn.lock().unwrap_or_else(PoisonError::into_inner)).collect()
}
