//! Apache httpd and PHP-FPM: the sites, and a pool of processes for each account that has one.

mod site;
mod tls;
mod traffic;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use api::{
    DomainName, Error, Result,
    ports::{Site, Web},
};
use root::{Answer, Change, Client, Kind, Layout, Managed, Pool, Verb};

use super::refused;

pub use traffic::Traffic;

/// The service as errors name it.
const SERVICE: &str = "web server";

/// Apache, with PHP-FPM.
pub struct Apache {
    client: Arc<Client>,
    layout: Arc<Layout>,
    pool: Pool,
    /// Held while it is changed which sites are shown to those who name none.
    primaries: Mutex<()>,
}

impl Apache {
    /// The web server of the machine.
    pub fn new(client: Arc<Client>, layout: Arc<Layout>) -> Self {
        Self { client, layout, pool: Pool::default(), primaries: Mutex::default() }
    }

    /// The same with that much for each account's programs.
    #[must_use]
    pub fn with_pool(self, pool: Pool) -> Self {
        Self { pool, ..self }
    }

    fn call(&self, verb: &Verb) -> Result<Answer> {
        refused::call(&self.client, verb, SERVICE)
    }

    fn publish(&self, changes: Vec<Change>) -> Result<()> {
        self.call(&Verb::Publish(changes)).map(drop)
    }

    fn published(&self, kind: Kind) -> Result<Vec<root::Name>> {
        match self.call(&Verb::Published(kind))? {
            Answer::Names(names) => Ok(names),
            _ => Err(refused::unfit()),
        }
    }
}

impl Web for Apache {
    fn apply(&self, site: &Site) -> Result<()> {
        check_length(site.domain.as_str())?;
        let content = site::written(site)?;
        let pool = self.pool.write().map_err(Error::internal)?;
        super::folders::make_site(&self.client, &site.account, &site.document_root, SERVICE)?;
        let account = refused::name(site.account.as_str())?;
        let of_account = Managed { kind: Kind::FpmPool, name: account };
        // The pool stays for as long as its account does; where nobody comes, it is a socket.
        self.publish(vec![
            change(Kind::ApacheSite, &site.domain, Some(content))?,
            Change { file: of_account, content: Some(pool) },
        ])
    }

    fn withdraw(&self, domain: &DomainName) -> Result<()> {
        self.publish(vec![change(Kind::ApacheSite, domain, None)?])
    }

    fn list(&self) -> Result<Vec<DomainName>> {
        let names = self.published(Kind::ApacheSite)?;
        Ok(names.iter().filter_map(|name| DomainName::of_site(name.as_str()).ok()).collect())
    }
}

/// Refuses what is too long for the names of a site's files: with their endings, they have room for 255
/// bytes.
fn check_length(name: &str) -> Result<()> {
    if name.len() > 240 {
        return Err(Error::param("domain", "it is too long for the web server"));
    }
    Ok(())
}

/// A file of a domain as it should be.
fn change(kind: Kind, domain: &DomainName, content: Option<Vec<u8>>) -> Result<Change> {
    Ok(Change { file: Managed { kind, name: refused::name(domain.as_str())? }, content })
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
