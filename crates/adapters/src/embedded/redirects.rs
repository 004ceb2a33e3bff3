//! The redirects of the machine's sites.

use api::{DomainName, Error, Flag, Result, records::Redirect};
use rusqlite::{Connection, Row, params};

use super::database::fault;

/// Writes a site's redirects in place of those that it had.
pub(super) fn put(
    connection: &Connection,
    domain: &DomainName,
    redirects: &[Redirect],
) -> Result<()> {
    const PUT: &str = "INSERT INTO site_redirects
        (domain, path, account, target, kind, wildcard, www) VALUES (?1,?2,?3,?4,?5,?6,?7)";
    remove(connection, domain)?;
    let mut statement = connection.prepare_cached(PUT).map_err(fault)?;
    for redirect in redirects {
        let row = params![
            domain.as_str(),
            redirect.path,
            redirect.account.as_str(),
            redirect.target,
            redirect.kind.as_str(),
            redirect.wildcard.0,
            redirect.www.as_str(),
        ];
        statement.execute(row).map_err(fault)?;
    }
    Ok(())
}

/// Takes a site's redirects away.
pub(super) fn remove(connection: &Connection, domain: &DomainName) -> Result<()> {
    const REMOVE: &str = "DELETE FROM site_redirects WHERE domain = ?1";
    connection.execute(REMOVE, [domain.as_str()]).map(|_| ()).map_err(fault)
}

/// A site's redirects, the deepest paths first.
pub(super) fn of(connection: &Connection, domain: &str) -> rusqlite::Result<Vec<Redirect>> {
    const QUERY: &str = "SELECT domain, path, account, target, kind, wildcard, www
        FROM site_redirects WHERE domain = ?1 ORDER BY length(path) DESC, path";
    let mut statement = connection.prepare_cached(QUERY)?;
    statement.query_map([domain], read)?.collect()
}

fn read(row: &Row<'_>) -> rusqlite::Result<Redirect> {
    Ok(Redirect {
        domain: parsed(row, 0, DomainName::of_site)?,
        path: row.get(1)?,
        account: parsed(row, 2, str::parse)?,
        target: row.get(3)?,
        kind: parsed(row, 4, str::parse)?,
        wildcard: Flag(row.get(5)?),
        www: parsed(row, 6, str::parse)?,
    })
}

/// Reads a column whose text must parse.
pub(super) fn parsed<T>(
    row: &Row<'_>,
    place: usize,
    parse: fn(&str) -> Result<T, String>,
) -> rusqlite::Result<T> {
    let text: String = row.get(place)?;
    parse(&text).map_err(|problem| {
        let kind = rusqlite::types::Type::Text;
        rusqlite::Error::FromSqlConversionFailure(place, kind, Error::internal(problem).into())
    })
}
