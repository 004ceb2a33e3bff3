//! Closing entries of the journal so that a loss of power takes no change from the machine for good.
//!
//! Where the machine keeps what it is told in memory for a while, the entry of a change must not be gone for
//! good before the change itself lasts. Then what leaves the journal stays noted, and is struck out once the
//! machine has settled: one sync for all changes of a second, none for each. What is still noted at a start is
//! opened again.

use api::{
    Host, Result,
    records::{Cell, JournalEntry, JournalState, SettlingEntry, Where, is},
};

/// Takes an entry out of the journal whose change is applied.
pub(crate) fn close(host: &Host, entry: &JournalEntry) -> Result<()> {
    // Losing this mark in a power cut costs one needless application, so it need not be durable.
    let tx = host.store.write_relaxed()?;
    if host.system.settles() {
        tx.insert(&SettlingEntry {
            id: entry.id.clone(),
            function: entry.function.clone(),
            opened: entry.opened,
            subjects: entry.subjects.clone(),
        })?;
    }
    tx.delete::<JournalEntry>(&[is("id", &entry.id)])?;
    tx.commit()
}

/// Has the machine settle, where something is noted, and strikes that out.
pub fn settle(host: &Host) -> Result<()> {
    if !host.system.settles() {
        return Ok(());
    }
    let noted: Vec<SettlingEntry> = host.store.read()?.matching(Vec::new())?;
    if noted.is_empty() {
        return Ok(());
    }
    host.system.settle()?;
    let ids = noted.into_iter().map(|entry| Cell::Text(entry.id.into())).collect();
    let tx = host.store.write_relaxed()?;
    tx.delete::<SettlingEntry>(&[Where::In("id", ids)])?;
    tx.commit()
}

/// Sees that a new name lasts on the machine before the store forgets the former one: after that, nothing
/// says whose a thing of the former name is.
pub(crate) fn before_forgetting(host: &Host) -> Result<()> {
    host.system.settle()
}

/// Opens what is still noted again: nobody knows what a loss of power has taken of it.
pub fn open_again(host: &Host) -> Result<()> {
    let noted: Vec<SettlingEntry> = host.store.read()?.matching(Vec::new())?;
    if noted.is_empty() {
        return Ok(());
    }
    let tx = host.store.write()?;
    for SettlingEntry { id, function, opened, subjects } in noted {
        let state = JournalState::Open;
        tx.insert(&JournalEntry { id, function, state, opened, subjects })?;
    }
    tx.delete::<SettlingEntry>(&[])?;
    tx.commit()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{domain::apply, testing::World};

    fn count<T: api::records::Record>(world: &World) -> u64 {
        world.host.store.read().unwrap().count::<T>(&[]).unwrap()
    }

    #[test]
    fn what_left_the_journal_is_noted_until_the_machine_has_settled() {
        let world = World::new().account("alice", "root");
        assert_eq!((count::<JournalEntry>(&world), count::<SettlingEntry>(&world)), (0, 1));
        settle(&world.host).unwrap();
        assert_eq!(count::<SettlingEntry>(&world), 0);
    }

    #[test]
    fn what_a_loss_of_power_took_is_made_again() {
        let world = World::new().account("alice", "root");
        let zone = "alice.test".parse().unwrap();
        world.host.dns.withdraw(&zone).unwrap();
        open_again(&world.host).unwrap();
        assert_eq!((count::<JournalEntry>(&world), count::<SettlingEntry>(&world)), (1, 0));
        assert_eq!(apply::open_entries(&world.host).unwrap().0, 1);
        assert_eq!(world.host.dns.list().unwrap(), [zone]);
        assert_eq!((count::<JournalEntry>(&world), count::<SettlingEntry>(&world)), (0, 1));
    }
}
