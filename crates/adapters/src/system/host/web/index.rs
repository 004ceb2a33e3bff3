//! Which sites are there, of which account, by the names of their files: read once, and again when another
//! process has changed them.

use std::collections::{BTreeMap, BTreeSet};

use api::{DomainName, Error, Result, UserName};
use root::{Kind, Managed, Name};

/// A site's file: its domain and its account.
pub(super) type Site = (DomainName, UserName);

/// The sites that are there.
#[derive(Debug, Default)]
pub(super) struct Index {
    accounts: BTreeMap<DomainName, BTreeSet<UserName>>,
    domains: BTreeMap<UserName, BTreeSet<DomainName>>,
}

impl Index {
    /// The sites of those files' names.
    pub(super) fn new(names: &[Name]) -> Self {
        let mut index = Self::default();
        names.iter().filter_map(read).for_each(|site| index.add(site));
        index
    }

    pub(super) fn add(&mut self, (domain, account): Site) {
        self.domains.entry(account.clone()).or_default().insert(domain.clone());
        self.accounts.entry(domain).or_default().insert(account);
    }

    pub(super) fn remove(&mut self, (domain, account): &Site) {
        if let Some(accounts) = self.accounts.get_mut(domain) {
            accounts.remove(account);
            if accounts.is_empty() {
                self.accounts.remove(domain);
            }
        }
        if let Some(domains) = self.domains.get_mut(account) {
            domains.remove(domain);
            if domains.is_empty() {
                self.domains.remove(account);
            }
        }
    }

    /// The accounts that have a site of that domain: one, but for a moment in which it changes hands.
    pub(super) fn accounts(&self, domain: &DomainName) -> Vec<UserName> {
        self.accounts.get(domain).into_iter().flatten().cloned().collect()
    }

    /// Whether an account has other sites than that one.
    pub(super) fn has_others(&self, account: &UserName, domain: &DomainName) -> bool {
        let domains = self.domains.get(account).into_iter().flatten();
        domains.into_iter().any(|other| other != domain)
    }

    /// Every domain.
    pub(super) fn all(&self) -> Vec<DomainName> {
        self.accounts.keys().cloned().collect()
    }
}

/// The file of a site. Those that stand for all names below one come after all others, and the nearest
/// of them first, since the web server takes the first that fits.
pub(super) fn file(domain: &DomainName, account: &UserName) -> Result<Managed> {
    let labels = domain.as_str().split('.').count();
    let (kind, name) = if domain.is_wildcard() {
        (Kind::ApacheWildcard, format!("{:03}.{domain}@{account}", 255 - labels.min(255)))
    } else {
        (Kind::ApacheSite, format!("{domain}@{account}"))
    };
    // With its ending, the name of a file has room for 255 bytes.
    if name.len() > 240 {
        return Err(Error::param("domain", "it is too long for the web server"));
    }
    Ok(Managed { kind, name: super::refused::name(&name)? })
}

fn read(name: &Name) -> Option<Site> {
    let (domain, account) = name.as_str().split_once('@')?;
    let domain = domain.find('*').and_then(|star| domain.get(star..)).unwrap_or(domain);
    Some((DomainName::of_site(domain).ok()?, account.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(domain: &str, account: &str) -> Site {
        (DomainName::of_site(domain).unwrap(), account.parse().unwrap())
    }

    #[test]
    fn a_name_says_the_domain_and_the_account() {
        let mut names = Vec::new();
        for (domain, kind, written) in [
            ("a.test", Kind::ApacheSite, "a.test@shop"),
            ("*.a.test", Kind::ApacheWildcard, "252.*.a.test@shop"),
            ("*.b.a.test", Kind::ApacheWildcard, "251.*.b.a.test@shop"),
        ] {
            let (domain, account) = site(domain, "shop");
            let file = file(&domain, &account).unwrap();
            assert_eq!((file.kind, file.name.as_str()), (kind, written));
            assert_eq!(read(&file.name), Some((domain, account)));
            names.push(file.name);
        }
        names.sort();
        assert_eq!(names[0].as_str(), "251.*.b.a.test@shop", "the nearest comes first");
        let long = format!("{}.test", ["a"; 120].join("."));
        assert!(file(&long.parse().unwrap(), &"shop".parse().unwrap()).is_err());
    }

    #[test]
    fn the_last_site_of_an_account_is_known() {
        let mut index = Index::default();
        let (first, second) = (site("a.test", "shop"), site("b.test", "shop"));
        index.add(first.clone());
        assert!(!index.has_others(&first.1, &first.0));
        index.add(second.clone());
        assert!(index.has_others(&first.1, &first.0));
        index.remove(&second);
        assert!(!index.has_others(&first.1, &first.0));
        assert_eq!(index.all(), std::slice::from_ref(&first.0));
        index.remove(&first);
        assert!(index.accounts(&first.0).is_empty() && index.domains.is_empty());
    }
}
