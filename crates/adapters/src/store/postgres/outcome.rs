//! What became of a transaction whose connection was lost while it was being committed. The database knows;
//! so it is asked, and nothing is guessed.

use std::{
    thread,
    time::{Duration, Instant},
};

use api::{Error, Kind, Result};
use postgres::{Client, SimpleQueryMessage, SimpleQueryRow};

use super::{Database, connection::connect};
use crate::store::pool::PATIENCE;

/// Gives a transaction's number, and the timeline that numbers are counted in: a standby that takes over
/// begins another one, and may give the same number again.
pub(super) const MARK: &str =
    "SELECT txid_current()::text, left(pg_walfile_name(pg_current_wal_lsn()), 8)";

/// The pause between two questions.
const PAUSE: Duration = Duration::from_millis(50);

/// What a transaction is known by.
pub(super) struct Mark {
    number: u64,
    timeline: String,
}

/// What the database knows of a transaction.
enum Fate {
    Committed,
    Aborted,
    /// It is not decided yet.
    Open,
    /// It is no longer known.
    Lost,
}

impl Mark {
    /// Reads what [`MARK`] gave.
    pub(super) fn read(said: &[SimpleQueryMessage]) -> Result<Self> {
        let row = row(said).ok_or_else(unfit)?;
        let number = row.get(0).and_then(|number| number.parse().ok()).ok_or_else(unfit)?;
        Ok(Self { number, timeline: row.get(1).ok_or_else(unfit)?.to_owned() })
    }
}

/// The last row of an answer.
fn row(said: &[SimpleQueryMessage]) -> Option<&SimpleQueryRow> {
    said.iter().rev().find_map(|message| match message {
        SimpleQueryMessage::Row(row) => Some(row),
        _ => None,
    })
}

fn unfit() -> Error {
    Error::internal("the database did not tell a transaction's number")
}

impl Database {
    /// Whether a transaction is committed, as soon as the database can be asked and it is decided. An error
    /// where it is not known in time.
    pub(super) fn is_committed(&self, mark: &Mark) -> Result<bool> {
        let begun = Instant::now();
        loop {
            match connect(&self.config, &self.name).and_then(|client| self.ask(client, mark)) {
                Ok(Fate::Committed) => return Ok(true),
                Ok(Fate::Aborted) => return Ok(false),
                Ok(Fate::Open) | Err(_) if begun.elapsed() < PATIENCE => thread::sleep(PAUSE),
                Ok(Fate::Open | Fate::Lost) => return Err(self.unknown()),
                Err(problem) => return Err(self.unknown().because(problem)),
            }
        }
    }

    /// What is known of it now.
    fn ask(&self, mut client: Client, mark: &Mark) -> Result<Fate> {
        let Mark { number, timeline } = mark;
        let question =
            format!("SELECT txid_status({number}), left(pg_walfile_name(pg_current_wal_lsn()), 8)");
        let said = client.simple_query(&question).map_err(|err| self.failed(err))?;
        let found = row(&said).ok_or_else(unfit)?;
        if found.get(1) != Some(timeline) {
            return Ok(Fate::Lost);
        }
        match found.get(0) {
            Some("committed") => Ok(Fate::Committed),
            Some("aborted") => Ok(Fate::Aborted),
            // Its connection may still be open at the database's end: nobody will commit it any more, and
            // all writers wait for it. One that waits for a standby is as good as committed.
            Some(_) => {
                let end = format!(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
                     WHERE backend_xid::text = '{}' AND wait_event IS DISTINCT FROM 'SyncRep'",
                    number % (1 << 32)
                );
                client.batch_execute(&end).map_err(|err| self.failed(err))?;
                Ok(Fate::Open)
            }
            None => Ok(Fate::Lost),
        }
    }

    fn unknown(&self) -> Error {
        let message = format!(
            "The connection to the store {} was lost while a change was being made, and whether it is made \
             is not known: look before you make it again.",
            self.name
        );
        Error::new(Kind::Unavailable, message)
    }
}
