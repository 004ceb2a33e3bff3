//! What the machine was told of a domain's mail: one text a domain, its key beside it.

use api::{
    DomainName, Error, Limit, Result, Secret,
    mail::{MailDomain, MailOwner},
    records::{Cell, Column as _, MailDomainRecord, Outgoing, Record as _},
};
use rusqlite::{Connection, OptionalExtension as _, params};
use serde::{Deserialize, Serialize};

use crate::embedded::{
    Machine,
    database::{Database, fault},
    rows::{self, CellRow},
};

/// A domain's mail as the cells of its rows.
#[derive(Serialize, Deserialize)]
struct Cells<'a> {
    record: Vec<Cell<'a>>,
    #[serde(default)]
    owner: MailOwner,
    suspended: bool,
    outgoing: String,
    hourly: Option<u32>,
    spam_filter: bool,
    spam_box: bool,
    mailboxes: Vec<Vec<Cell<'a>>>,
    forwarders: Vec<Vec<Cell<'a>>>,
    autoresponders: Vec<Vec<Cell<'a>>>,
    filters: Vec<Vec<Cell<'a>>>,
    lists: Vec<Vec<Cell<'a>>>,
    spam: Vec<Vec<Cell<'a>>>,
}

/// Writes a domain's row.
pub(in crate::embedded) fn put(connection: &Connection, domain: &MailDomain) -> Result<()> {
    const PUT: &str = "REPLACE INTO mail_domains (domain, state, signing_key) VALUES (?1, ?2, ?3)";
    let mut statement = connection.prepare_cached(PUT).map_err(fault)?;
    let key = domain.signing_key.as_ref().map(Secret::reveal);
    let row = params![domain.record.domain.as_str(), render(domain)?, key];
    statement.execute(row).map_err(fault)?;
    Ok(())
}

/// Removes a domain's row.
pub(super) fn remove(connection: &Connection, domain: &DomainName) -> Result<()> {
    const REMOVE: &str = "DELETE FROM mail_domains WHERE domain = ?1";
    connection.execute(REMOVE, [domain.as_str()]).map(|_| ()).map_err(fault)
}

/// Removes the row of a domain's former name, unless another account has a domain of that name.
pub(super) fn remove_former(
    connection: &Connection,
    formerly: &DomainName,
    now: &DomainName,
) -> Result<()> {
    let state = read(connection, formerly.as_str()).map_err(fault)?;
    let Some(state) = state else { return Ok(()) };
    let is_same = formerly == now;
    if !is_same && parse(&state)?.record.domain == *formerly {
        remove(connection, formerly)?;
    }
    Ok(())
}

/// Every domain.
pub(super) fn names(database: &Database) -> Result<Vec<DomainName>> {
    let names: Vec<String> = database.read(|connection| {
        let mut query = connection.prepare_cached("SELECT domain FROM mail_domains ORDER BY 1")?;
        query.query_map([], |row| row.get(0))?.collect()
    })?;
    let parsed =
        names.iter().map(|name| name.parse().map_err(|cause: String| Error::internal(cause)));
    parsed.collect()
}

fn read(connection: &Connection, domain: &str) -> rusqlite::Result<Option<String>> {
    const QUERY: &str = "SELECT state FROM mail_domains WHERE domain = ?1";
    connection.prepare_cached(QUERY)?.query_row([domain], |row| row.get(0)).optional()
}

impl Machine {
    /// The mail of exactly that domain, as it was told; its key is not read.
    pub fn mail_domain(&self, domain: &str) -> Result<Option<MailDomain>> {
        let state = self.database.read(|connection| read(connection, domain))?;
        state.as_deref().map(parse).transpose()
    }

    /// The private key that signs the domain's mail.
    pub fn signing_key(&self, domain: &str) -> Result<Option<Secret>> {
        const QUERY: &str = "SELECT signing_key FROM mail_domains WHERE domain = ?1";
        let key: Option<Option<String>> = self.database.read(|connection| {
            connection.prepare_cached(QUERY)?.query_row([domain], |row| row.get(0)).optional()
        })?;
        Ok(key.flatten().map(Secret::new))
    }
}

fn render(domain: &MailDomain) -> Result<String> {
    // Once it is moved, what it was called before is nothing that the machine keeps.
    let record = MailDomainRecord { formerly: None, ..domain.record.clone() };
    let cells = Cells {
        record: record.cells(),
        owner: domain.owner,
        suspended: domain.suspended,
        outgoing: domain.outgoing.as_str().to_owned(),
        hourly: domain.hourly.0,
        spam_filter: domain.spam_filter,
        spam_box: domain.spam_box,
        mailboxes: rows::cells(&domain.mailboxes),
        forwarders: rows::cells(&domain.forwarders),
        autoresponders: rows::cells(&domain.autoresponders),
        filters: rows::cells(&domain.filters),
        lists: rows::cells(&domain.lists),
        spam: rows::cells(&domain.spam),
    };
    serde_json::to_string(&cells).map_err(Error::internal)
}

fn parse(text: &str) -> Result<MailDomain> {
    let cells: Cells<'_> = serde_json::from_str(text).map_err(Error::internal)?;
    let outgoing = [Cell::Text(cells.outgoing.into())];
    Ok(MailDomain {
        record: MailDomainRecord::read(&CellRow(&cells.record))?,
        owner: cells.owner,
        suspended: cells.suspended,
        outgoing: Outgoing::read(&CellRow(&outgoing), 0)?,
        hourly: Limit(cells.hourly),
        spam_filter: cells.spam_filter,
        spam_box: cells.spam_box,
        mailboxes: rows::records(&cells.mailboxes)?,
        forwarders: rows::records(&cells.forwarders)?,
        autoresponders: rows::records(&cells.autoresponders)?,
        filters: rows::records(&cells.filters)?,
        lists: rows::records(&cells.lists)?,
        spam: rows::records(&cells.spam)?,
        signing_key: None,
    })
}
