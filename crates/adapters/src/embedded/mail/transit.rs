//! What waits to leave, and what became of messages.

use api::{
    EmailAddress, Result, UnixTime, UserName,
    mail::MailDomain,
    ports::{Delivery, Outcome, OutgoingMessage, QueuedMessage, Sender},
    records::Outgoing,
};
use rusqlite::{Connection, Row, params, types::Type};

use crate::embedded::database::{Database, fault};

/// The columns of a waiting message.
const WAITING: &str = "SELECT id, sender, recipient, length(message), at, held FROM mail_queue";

/// A new id, which no message had before.
pub(super) fn new_id(connection: &Connection, at: UnixTime) -> Result<String> {
    connection.execute("INSERT INTO mail_ids VALUES (0)", []).map_err(fault)?;
    let number = connection.last_insert_rowid();
    connection.execute("DELETE FROM mail_ids WHERE rowid < ?1", [number]).map_err(fault)?;
    Ok(format!("{:x}-{number:06x}", at.0))
}

/// Has a message wait.
pub(super) fn wait(
    connection: &Connection,
    id: &str,
    message: &OutgoingMessage,
    held: bool,
) -> Result<()> {
    const ADD: &str = "INSERT INTO mail_queue (id, account, sender, recipient, at, held, message)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    let (sender, recipient) = (message.sender.as_str(), message.recipient.as_str());
    let row =
        params![id, message.account.as_str(), sender, recipient, message.at.0, held, message.text];
    connection.execute(ADD, row).map(|_| ()).map_err(fault)
}

/// Writes down what became of a message.
pub(super) fn note(
    connection: &Connection,
    id: &str,
    message: &OutgoingMessage,
    (outcome, detail): (Outcome, &str),
) -> Result<()> {
    const ADD: &str =
        "INSERT INTO mail_log (id, account, sender, recipient, at, bytes, outcome, detail)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    let bytes = i64::try_from(message.text.len()).unwrap_or(i64::MAX);
    let row = params![
        id,
        message.account.as_str(),
        message.sender.as_str(),
        message.recipient.as_str(),
        message.at.0,
        bytes,
        outcome.as_str(),
        detail
    ];
    connection.execute(ADD, row).map(|_| ()).map_err(fault)
}

/// How many messages of an account were sent since a time.
pub(super) fn sent_since(
    connection: &Connection,
    account: &UserName,
    since: UnixTime,
) -> Result<u64> {
    const COUNT: &str = "SELECT count(DISTINCT id) FROM mail_log WHERE account = ?1 AND at > ?2";
    let count = connection.query_row(COUNT, params![account.as_str(), since.0], |row| row.get(0));
    let count: i64 = count.map_err(fault)?;
    Ok(u64::try_from(count).unwrap_or_default())
}

/// The messages that wait.
pub(super) fn queue(database: &Database, from: &Sender<'_>) -> Result<Vec<QueuedMessage>> {
    let (column, value) = match from {
        Sender::Account(account) => ("account", account.as_str()),
        Sender::Mailbox(mailbox) => ("sender", mailbox.as_str()),
    };
    database.read(|connection| {
        let query = format!("{WAITING} WHERE {column} = ?1 ORDER BY at, id");
        connection.prepare_cached(&query)?.query_map([value], waiting)?.collect()
    })
}

/// Removes what a sender's messages wait for.
pub(super) fn delete_held(database: &Database, sender: &EmailAddress) -> Result<u64> {
    const REMOVE: &str = "DELETE FROM mail_queue WHERE sender = ?1 AND held = 1";
    database.write(|transaction| {
        let removed = transaction.execute(REMOVE, [sender.as_str()]).map_err(fault)?;
        Ok(u64::try_from(removed).unwrap_or_default())
    })
}

/// Has what waits to leave from a domain be held, or go on, as its senders may now.
pub(super) fn hold(connection: &Connection, domain: &MailDomain) -> Result<()> {
    const SENDERS: &str = "SELECT DISTINCT sender FROM mail_queue WHERE account = ?1";
    const SET: &str = "UPDATE mail_queue SET held = ?2 WHERE sender = ?1";
    let mut query = connection.prepare_cached(SENDERS).map_err(fault)?;
    let account = domain.record.account.as_str();
    let senders = query.query_map([account], |row| parsed(row, 0)).map_err(fault)?;
    for sender in senders {
        let sender: EmailAddress = sender.map_err(fault)?;
        if sender.domain().as_ref() == Some(&domain.record.domain) {
            let held = domain.outgoing_of(&sender) == Outgoing::Held;
            connection.execute(SET, params![sender.as_str(), held]).map_err(fault)?;
        }
    }
    Ok(())
}

/// What became of an account's messages.
pub(super) fn log(
    database: &Database,
    account: &UserName,
    since: UnixTime,
) -> Result<Vec<Delivery>> {
    const QUERY: &str = "SELECT id, sender, recipient, at, bytes, outcome, detail FROM mail_log
        WHERE account = ?1 AND at >= ?2 ORDER BY at DESC, rowid DESC LIMIT 1000";
    database.read(|connection| {
        let mut query = connection.prepare_cached(QUERY)?;
        query.query_map(params![account.as_str(), since.0], delivery)?.collect()
    })
}

fn waiting(row: &Row<'_>) -> rusqlite::Result<QueuedMessage> {
    Ok(QueuedMessage {
        id: row.get(0)?,
        sender: parsed(row, 1)?,
        recipient: parsed(row, 2)?,
        bytes: number(row, 3)?,
        at: UnixTime(row.get(4)?),
        held: row.get(5)?,
    })
}

fn delivery(row: &Row<'_>) -> rusqlite::Result<Delivery> {
    Ok(Delivery {
        id: row.get(0)?,
        sender: parsed(row, 1)?,
        recipient: parsed(row, 2)?,
        at: UnixTime(row.get(3)?),
        bytes: number(row, 4)?,
        outcome: parsed(row, 5)?,
        detail: row.get(6)?,
    })
}

fn number(row: &Row<'_>, place: usize) -> rusqlite::Result<u64> {
    let number: i64 = row.get(place)?;
    Ok(u64::try_from(number).unwrap_or_default())
}

fn parsed<T: std::str::FromStr<Err = String>>(row: &Row<'_>, place: usize) -> rusqlite::Result<T> {
    let text: String = row.get(place)?;
    text.parse().map_err(|problem: String| {
        rusqlite::Error::FromSqlConversionFailure(place, Type::Text, problem.into())
    })
}
