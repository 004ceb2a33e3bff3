//! Apache httpd and PHP-FPM: the sites, and a pool of processes for each account that has one.

mod index;
mod redirects;
mod site;
#[cfg(test)]
mod tests;
mod text;
mod tls;
mod traffic;

use std::{
    collections::{BTreeSet, hash_map::DefaultHasher},
    fs,
    hash::{Hash as _, Hasher as _},
    sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard},
    time::SystemTime,
};

use api::{
    DomainName, Error, Result, UserName,
    ports::{Site, Web},
};
use root::{Answer, Change, Client, Kind, Layout, Managed, Pool, Verb};

use super::refused;
use index::Index;

pub use traffic::Traffic;

/// The service as errors name it.
const SERVICE: &str = "web server";

/// How many accounts' sites are changed at the same time at most.
const TURNS: usize = 64;

/// Apache, with PHP-FPM.
pub struct Apache {
    client: Arc<Client>,
    layout: Arc<Layout>,
    pool: Pool,
    index: Mutex<Option<Known>>,
    /// Held while an account's sites are changed, alone where one is taken away: whether its pool has a
    /// site left is looked at and acted upon in one.
    turns: [RwLock<()>; TURNS],
    /// Held while it is changed which sites are shown to those who name none.
    primaries: Mutex<()>,
}

/// The sites that are known, and the state of their folders by then.
struct Known {
    index: Index,
    seen: [Option<SystemTime>; 2],
}

impl Apache {
    /// The web server of the machine.
    pub fn new(client: Arc<Client>, layout: Arc<Layout>) -> Self {
        Self {
            client,
            layout,
            pool: Pool::default(),
            index: Mutex::default(),
            turns: [const { RwLock::new(()) }; TURNS],
            primaries: Mutex::default(),
        }
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

    /// Looks at the sites that are there.
    fn index<T>(&self, look: impl FnOnce(&Index) -> T) -> Result<T> {
        let mut kept = lock(&self.index);
        let seen = self.seen();
        if let Some(known) = kept.as_ref().filter(|known| known.seen == seen) {
            return Ok(look(&known.index));
        }
        // Another process has changed them, or nobody looked yet.
        let mut names = self.published(Kind::ApacheSite)?;
        names.extend(self.published(Kind::ApacheWildcard)?);
        let index = Index::new(&names);
        Ok(look(&kept.insert(Known { index, seen }).index))
    }

    /// Takes note of what this process has just changed.
    fn note(&self, change: impl FnOnce(&mut Index)) {
        if let Some(known) = lock(&self.index).as_mut() {
            change(&mut known.index);
            known.seen = self.seen();
        }
    }

    /// When files last came to the folders of sites, or went.
    fn seen(&self) -> [Option<SystemTime>; 2] {
        [Kind::ApacheSite, Kind::ApacheWildcard].map(|kind| {
            let name = "any".parse().ok()?;
            let file = Managed { kind, name }.path(&self.layout);
            fs::metadata(file.parent()?).and_then(|folder| folder.modified()).ok()
        })
    }

    /// Waits until nobody takes sites of that account away.
    fn turn(&self, account: &UserName) -> Option<RwLockReadGuard<'_, ()>> {
        let turn = self.turns.get(place(account))?;
        Some(turn.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Waits until nobody else changes sites of those accounts.
    fn turns(&self, accounts: &[&UserName]) -> Vec<RwLockWriteGuard<'_, ()>> {
        // Each in the same order for everybody.
        let places: BTreeSet<usize> = accounts.iter().map(|account| place(account)).collect();
        let turns = places.into_iter().filter_map(|place| self.turns.get(place));
        turns.map(|turn| turn.write().unwrap_or_else(PoisonError::into_inner)).collect()
    }

    /// What takes a site of an account away, and the account's pool with its last.
    fn removal(&self, domain: &DomainName, account: &UserName) -> Result<Vec<Change>> {
        let mut changes = vec![Change { file: index::file(domain, account)?, content: None }];
        if !self.index(|index| index.has_others(account, domain))? {
            changes.push(Change { file: pool(account)?, content: None });
        }
        Ok(changes)
    }

    /// What makes a site so, and takes away what another account had of the domain.
    fn changes(&self, site: &Site, others: &[&UserName]) -> Result<Vec<Change>> {
        let content = site::render(&self.layout, site)?.into_bytes();
        let pool_content = self.pool.write().map_err(Error::internal)?;
        let mut changes = vec![
            Change { file: index::file(&site.domain, &site.account)?, content: Some(content) },
            Change { file: pool(&site.account)?, content: Some(pool_content) },
        ];
        for other in others {
            changes.extend(self.removal(&site.domain, other)?);
        }
        Ok(changes)
    }
}

impl Web for Apache {
    fn apply(&self, site: &Site) -> Result<()> {
        site::check(site)?;
        super::folders::make_site(&self.client, &site.account, &site.document_root, SERVICE)?;
        let before = self.index(|index| index.accounts(&site.domain))?;
        let others: Vec<&UserName> = before.iter().filter(|one| **one != site.account).collect();
        let (_turn, _turns) = if others.is_empty() {
            (self.turn(&site.account), Vec::new())
        } else {
            (None, self.turns(&[&others[..], &[&site.account]].concat()))
        };
        self.publish(self.changes(site, &others)?)?;
        self.note(|index| {
            for account in others {
                index.remove(&(site.domain.clone(), account.clone()));
            }
            index.add((site.domain.clone(), site.account.clone()));
        });
        Ok(())
    }

    fn withdraw(&self, domain: &DomainName) -> Result<()> {
        for account in self.index(|index| index.accounts(domain))? {
            let _turns = self.turns(&[&account]);
            self.publish(self.removal(domain, &account)?)?;
            self.note(|index| index.remove(&(domain.clone(), account.clone())));
        }
        Ok(())
    }

    fn list(&self) -> Result<Vec<DomainName>> {
        self.index(Index::all)
    }
}

fn pool(account: &UserName) -> Result<Managed> {
    Ok(Managed { kind: Kind::FpmPool, name: refused::name(account.as_str())? })
}

fn place(account: &UserName) -> usize {
    let mut hasher = DefaultHasher::new();
    account.as_str().hash(&mut hasher);
    let turns = u64::try_from(TURNS).unwrap_or(1);
    usize::try_from(hasher.finish() % turns).unwrap_or_default()
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
