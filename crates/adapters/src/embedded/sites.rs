//! The machine's sites.

use api::{
    DomainName, Error, Result,
    ports::{Site, Web},
};
use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::{
    Machine,
    database::fault,
    redirects::{self, parsed},
};

impl Web for Machine {
    fn apply(&self, site: &Site) -> Result<()> {
        check(site)?;
        self.homes.make_folder(&site.account, &site.document_root)?;
        self.database.write(|transaction| put(transaction, site))
    }

    fn withdraw(&self, domain: &DomainName) -> Result<()> {
        const REMOVE: &str = "DELETE FROM sites WHERE domain = ?1";
        self.database.write(|transaction| {
            redirects::remove(transaction, domain)?;
            transaction.execute(REMOVE, [domain.as_str()]).map(|_| ()).map_err(fault)
        })
    }

    fn list(&self) -> Result<Vec<DomainName>> {
        self.database.read(|connection| {
            let mut query =
                connection.prepare_cached("SELECT domain FROM sites ORDER BY domain")?;
            query.query_map([], |row| parsed(row, 0, DomainName::of_site))?.collect()
        })
    }
}

impl Machine {
    /// The site of exactly that domain.
    pub fn site(&self, domain: &str) -> Result<Option<Site>> {
        const QUERY: &str = "SELECT domain, account, root, suspended FROM sites WHERE domain = ?1";
        self.database.read(|connection| {
            let site = connection.prepare_cached(QUERY)?.query_row([domain], read).optional()?;
            let Some(site) = site else { return Ok(None) };
            Ok(Some(Site { redirects: redirects::of(connection, domain)?, ..site }))
        })
    }
}

/// Writes a site's row.
pub(super) fn put(connection: &Connection, site: &Site) -> Result<()> {
    const PUT: &str =
        "REPLACE INTO sites (domain, account, root, suspended) VALUES (?1, ?2, ?3, ?4)";
    let mut statement = connection.prepare_cached(PUT).map_err(fault)?;
    let (domain, account) = (site.domain.as_str(), site.account.as_str());
    let row = params![domain, account, site.document_root, site.suspended];
    statement.execute(row).map_err(fault)?;
    redirects::put(connection, &site.domain, &site.redirects)
}

/// Refuses a folder that is not plainly below the home.
pub(super) fn check(site: &Site) -> Result<()> {
    let plain = |part: &str| !part.is_empty() && part != "." && part != "..";
    if site.document_root.split('/').all(plain) && !site.document_root.contains('\0') {
        return Ok(());
    }
    Err(Error::param("document_root", "it must be a path below the home, without “.” and “..”"))
}

fn read(row: &Row<'_>) -> rusqlite::Result<Site> {
    Ok(Site {
        domain: parsed(row, 0, DomainName::of_site)?,
        account: parsed(row, 1, str::parse)?,
        document_root: row.get(2)?,
        suspended: row.get(3)?,
        redirects: Vec::new(),
    })
}
