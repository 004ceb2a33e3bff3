//! Many subjects in one transaction, for filling a machine.

use api::{
    Account, Result,
    mail::MailDomain,
    ports::{OsLogin, Site},
    zone::Zone,
};
use rusqlite::Transaction;

use super::{Machine, mail, sites, users, zones};

/// What is being filled in. Homes and folders are not made here: a user's next `apply` makes them.
pub struct Bulk<'a>(&'a Transaction<'a>);

impl Machine {
    /// Applies many subjects, all or none of them.
    pub fn bulk<T>(&self, fill: impl FnOnce(&Bulk<'_>) -> Result<T>) -> Result<T> {
        let filled = self.database.write(|transaction| fill(&Bulk(transaction)))?;
        self.zones.forget_all();
        Ok(filled)
    }
}

impl Bulk<'_> {
    /// Adds or replaces a user.
    pub fn user(&self, account: &Account, login: &OsLogin) -> Result<()> {
        users::put(self.0, account, login)
    }

    /// Adds or replaces a site.
    pub fn site(&self, site: &Site) -> Result<()> {
        sites::check(site)?;
        sites::put(self.0, site)
    }

    /// Adds or replaces the mail of a domain.
    pub fn mail(&self, domain: &MailDomain) -> Result<()> {
        mail::put(self.0, domain)
    }

    /// Adds or replaces a zone.
    pub fn zone(&self, zone: &Zone) -> Result<()> {
        zones::put(self.0, zone)
    }
}
