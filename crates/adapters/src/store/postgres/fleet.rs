//! What processes on many hosts do with the database that they share. An entry is claimed under a lock
//! of its row, which others skip, and is its worker's for a time that stands in the row: a lock would
//! hold a connection and a transaction for as long as a machine takes, and would be gone without a word
//! when the database moves to another server.

use api::{
    Error, HostName, Result,
    records::{Calls, Ear, Fleet, HostEntry, Notice, Record, RelayedCall, Worker, fleet},
};
use postgres::types::ToSql;

use super::{Postgres, Session, Transaction, listener, value::Found};

/// The time by the database's clock, in whole seconds.
pub(super) const NOW: &str = "CAST(EXTRACT(EPOCH FROM clock_timestamp()) AS BIGINT)";

/// Among the readers, without the lock of those who write accounts, and without waiting for them. What
/// is lost with the server is done again.
const BEGIN: &str = "BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL synchronous_commit = off; \
                     SET LOCAL lock_timeout = '10s'";

/// The first and the longest pause before an entry that could not be applied is tried again, in seconds.
const PAUSES: (i64, i64) = (10, 600);

/// The values of a statement.
type Values<'a> = [&'a (dyn ToSql + Sync)];

impl Fleet for Postgres {
    fn beat(&self, worker: &Worker, at_work: &[String]) -> Result<bool> {
        let silence = fleet::SILENCE;
        let here = format!(
            "INSERT INTO workers (host, worker, seen) VALUES ($1, $2, {NOW}) \
             ON CONFLICT (host) DO UPDATE SET worker = excluded.worker, seen = excluded.seen \
             WHERE workers.worker = excluded.worker OR workers.seen < excluded.seen - {silence}"
        );
        let hold = format!(
            "UPDATE journal SET until = {NOW} + {} WHERE id = ANY($1) AND worker = $2",
            fleet::LEASE
        );
        let tx = self.begin_again(false, BEGIN)?;
        let goes_on = execute(&tx, &here, &[&worker.host, &worker.id])? > 0;
        if goes_on && !at_work.is_empty() {
            execute(&tx, &hold, &[&at_work, &worker.id])?;
        }
        commit(tx)?;
        Ok(goes_on)
    }

    fn claim(&self, worker: &Worker, at_work: &[String], most: u32) -> Result<Vec<HostEntry>> {
        let columns = HostEntry::COLUMNS.join(", journal.");
        let claim = format!(
            "WITH taken AS (\
             SELECT id FROM journal WHERE host = $1 AND state = 'open' AND due <= {NOW} \
             AND (until IS NULL OR until <= {NOW} OR worker = $2) AND id <> ALL($3) \
             ORDER BY opened, id LIMIT $4 FOR UPDATE SKIP LOCKED) \
             UPDATE journal SET worker = $2, until = {NOW} + {} FROM taken \
             WHERE journal.id = taken.id RETURNING journal.{columns}",
            fleet::LEASE
        );
        let tx = self.begin_again(false, BEGIN)?;
        let (at_work, most) = (&at_work, i64::from(most));
        let values: &Values<'_> = &[&worker.host, &worker.id, at_work, &most];
        let rows = tx.run(|session| session.client.query(&claim, values))?;
        commit(tx)?;
        let read = |row| HostEntry::read(&Found(row));
        let mut entries = rows.iter().map(read).collect::<Result<Vec<HostEntry>>>()?;
        entries.sort_by(|one, other| (one.opened, &one.id).cmp(&(other.opened, &other.id)));
        Ok(entries)
    }

    fn close(&self, worker: &Worker, entry: &str) -> Result<bool> {
        let close = "DELETE FROM journal WHERE id = $1 AND worker = $2";
        self.settle(entry, close, &[&entry, &worker.id])
    }

    fn give_back(&self, worker: &Worker, entry: &str, problem: &str) -> Result<bool> {
        let (first, longest) = PAUSES;
        let give_back = format!(
            "UPDATE journal SET worker = NULL, until = NULL, problem = $3, tries = tries + 1, \
             due = {NOW} + LEAST({first} << CAST(LEAST(tries, 10) AS INTEGER), {longest}) \
             WHERE id = $1 AND worker = $2"
        );
        self.settle(entry, &give_back, &[&entry, &worker.id, &problem])
    }

    fn listen(&self, notice: &Notice) -> Result<Box<dyn Ear>> {
        self.database.listener.listen(notice.to_string())
    }
}

impl Calls for Postgres {
    fn post(&self, id: &str, host: &HostName, call: &str) -> Result<()> {
        let post =
            format!("INSERT INTO relayed_calls (id, host, made, call) VALUES ($1, $2, {NOW}, $3)");
        let tx = self.begin_again(false, BEGIN)?;
        execute(&tx, &post, &[&id, &host.as_str(), &call])?;
        announce(&tx, &Notice::Call(host.clone()))?;
        commit(tx)
    }

    fn take(&self, host: &HostName) -> Result<Option<RelayedCall>> {
        let take = "WITH next AS (\
             SELECT id, host, made, call FROM relayed_calls WHERE host = $1 AND call IS NOT NULL \
             ORDER BY made, id LIMIT 1 FOR UPDATE SKIP LOCKED) \
             UPDATE relayed_calls SET call = NULL FROM next WHERE relayed_calls.id = next.id \
             RETURNING next.id, next.host, next.made, next.call";
        let tx = self.begin_again(false, BEGIN)?;
        let rows = tx.run(|session| session.client.query(take, &[&host.as_str()]))?;
        commit(tx)?;
        rows.first().map(|row| RelayedCall::read(&Found(row))).transpose()
    }

    fn answer(&self, id: &str, answer: &str) -> Result<bool> {
        let set = "UPDATE relayed_calls SET answer = $2 \
                   WHERE id = $1 AND call IS NULL AND answer IS NULL";
        let tx = self.begin_again(false, BEGIN)?;
        let is_awaited = execute(&tx, set, &[&id, &answer])? > 0;
        announce(&tx, &Notice::Answer(id.to_owned()))?;
        commit(tx)?;
        Ok(is_awaited)
    }

    fn fetch(&self, id: &str) -> Result<Option<String>> {
        let fetch =
            "DELETE FROM relayed_calls WHERE id = $1 AND answer IS NOT NULL RETURNING answer";
        self.removed(fetch, id)
    }

    fn withdraw(&self, id: &str) -> Result<bool> {
        let withdraw = "DELETE FROM relayed_calls WHERE id = $1 RETURNING call";
        Ok(self.removed(withdraw, id)?.is_some())
    }

    fn sweep_calls(&self) -> Result<u64> {
        let sweep = format!(
            "DELETE FROM relayed_calls WHERE made < {NOW} - {}",
            fleet::ANSWERED_WITHIN * 5
        );
        let tx = self.begin_again(false, BEGIN)?;
        let swept = execute(&tx, &sweep, &[])?;
        commit(tx)?;
        Ok(swept)
    }
}

impl Postgres {
    /// Removes a call; gives the text that the statement returns.
    fn removed(&self, statement: &str, id: &str) -> Result<Option<String>> {
        let tx = self.begin_again(false, BEGIN)?;
        let row = tx.run(|session| session.client.query_opt(statement, &[&id]))?;
        commit(tx)?;
        let text = row.map(|row| row.try_get(0)).transpose().map_err(Error::internal)?;
        Ok(text.flatten())
    }

    /// Changes one entry, and announces that.
    fn settle(&self, entry: &str, statement: &str, values: &Values<'_>) -> Result<bool> {
        let tx = self.begin_again(false, BEGIN)?;
        let was_its = execute(&tx, statement, values)? > 0;
        announce(&tx, &Notice::Outcome(entry.to_owned()))?;
        commit(tx)?;
        Ok(was_its)
    }
}

fn execute(tx: &Transaction, statement: &str, values: &Values<'_>) -> Result<u64, Error> {
    tx.run(|session: &mut Session| session.client.execute(statement, values))
}

fn announce(tx: &Transaction, notice: &Notice) -> Result<()> {
    let values: &Values<'_> = &[&listener::CHANNEL, &notice.to_string()];
    execute(tx, "SELECT pg_notify($1, $2)", values).map(drop)
}

fn commit(tx: Transaction) -> Result<()> {
    api::records::Tx::commit(Box::new(tx))
}
