//! Long lists read ahead: SQLite steps from row to row on a thread of its own, while on the caller's
//! the rows before are worked on. They are handed over many at a time.

use std::{
    mem,
    ops::{ControlFlow, Range},
    sync::mpsc::{Receiver, SyncSender, sync_channel},
    thread,
};

use api::{Error, Result, records::Row};

use super::packed::Packed;

/// How many rows are read on the caller's thread where nobody says how many there are: most lists are
/// no longer.
pub(super) const FIRST: u64 = 200;

/// How many rows may be asked for that are read on the caller's thread, as another one would cost more
/// than it saves.
pub(super) const FEW: u64 = 1000;

/// How many bytes of rows are handed over at a time.
const FULL: usize = 48 << 10;

/// How many times as many may wait.
const WAITING: usize = 2;

/// What is called with each packed row.
pub(super) type Take<'a> = &'a mut dyn FnMut(&[u8]) -> Result<ControlFlow<()>>;

/// Rows on their way.
#[derive(Default)]
struct Batch {
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

impl Batch {
    fn add(&mut self, row: &[u8]) {
        self.bytes.extend_from_slice(row);
        self.ends.push(self.bytes.len());
    }

    fn clear(&mut self) {
        self.bytes.clear();
        self.ends.clear();
    }

    fn rows(&self) -> impl Iterator<Item = &[u8]> {
        let begins = std::iter::once(0).chain(self.ends.iter().copied());
        let ranges = begins.zip(&self.ends).map(|(begin, end)| Range { start: begin, end: *end });
        ranges.map(|range| self.bytes.get(range).unwrap_or_default())
    }
}

/// Gives each row that `read` finds, until told to stop.
pub(super) fn give(
    read: impl FnOnce(Take<'_>) -> Result<()> + Send,
    each: &mut dyn FnMut(&dyn Row) -> Result<ControlFlow<()>>,
) -> Result<()> {
    let (full, batches) = sync_channel(WAITING);
    let (back, empty) = sync_channel(WAITING + 1);
    // The receiver must be gone when the reader is waited for: a reader that is not done would wait
    // for room.
    thread::scope(move |scope| {
        let reading = move || hand_over(read, &full, &empty);
        let reader = thread::Builder::new().name("rows".to_owned());
        let reader = reader.spawn_scoped(scope, reading).map_err(Error::internal)?;
        for mut batch in &batches {
            for row in batch.rows() {
                if each(&Packed::read(row)?)?.is_break() {
                    return Ok(());
                }
            }
            batch.clear();
            drop(back.try_send(batch));
        }
        reader.join().unwrap_or_else(|_| Err(Error::internal("the reading of rows panicked")))
    })
}

/// Reads rows into batches, and hands them over; ends early where nobody takes them.
fn hand_over(
    read: impl FnOnce(Take<'_>) -> Result<()>,
    full: &SyncSender<Batch>,
    empty: &Receiver<Batch>,
) -> Result<()> {
    let mut batch = Batch::default();
    read(&mut |row| {
        batch.add(row);
        if batch.bytes.len() < FULL {
            return Ok(ControlFlow::Continue(()));
        }
        let next = empty.try_recv().unwrap_or_default();
        match full.send(mem::replace(&mut batch, next)) {
            Ok(()) => Ok(ControlFlow::Continue(())),
            Err(_) => Ok(ControlFlow::Break(())),
        }
    })?;
    // Where nobody takes it, nobody asked for more.
    drop(full.send(batch));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A packed row of one number.
    fn row(number: u32) -> Vec<u8> {
        [&[1, 0, 0, 0, 1], &i64::from(number).to_le_bytes()[..]].concat()
    }

    /// Reads so many rows, each of a number, and stops after `most` of them; gives how many came in
    /// order.
    fn counted(rows: u32, most: u32, end: Result<()>) -> Result<u32> {
        let mut seen = 0;
        let read = move |take: Take<'_>| {
            for number in 0..rows {
                if take(&row(number))?.is_break() {
                    return Ok(());
                }
            }
            end
        };
        give(read, &mut |row| {
            assert_eq!(row.int(0)?, Some(seen.into()));
            seen += 1;
            Ok(if seen == most { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
        })?;
        Ok(seen)
    }

    #[test]
    fn all_rows_come_in_order() {
        for rows in [0, 1, 5000, 100_000] {
            assert_eq!(counted(rows, u32::MAX, Ok(())).unwrap(), rows);
        }
    }

    #[test]
    fn who_has_enough_is_not_kept_waiting() {
        for most in [1, 6000, 100_000] {
            assert_eq!(counted(100_000, most, Ok(())).unwrap(), most);
        }
    }

    #[test]
    fn a_problem_on_either_side_ends_it() {
        let broken = Err(Error::internal("no more rows"));
        assert!(counted(20_000, u32::MAX, broken).is_err());
        let mut refuse = |_: &dyn Row| Err(Error::internal("no such row"));
        let endless = |take: Take<'_>| {
            while take(&row(0))?.is_continue() {}
            Ok(())
        };
        assert!(give(endless, &mut refuse).is_err());
    }
}
