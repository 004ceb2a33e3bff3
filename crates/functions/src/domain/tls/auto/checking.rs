//! One account's check: which of its sites want a certificate, which of their names lead here, and
//! the certificate made and installed.

use std::collections::BTreeSet;

use api::{
    DomainName, Error, Host, Result, UnixTime, UserName,
    ports::{Asking, Certificate, Wanted, attribute},
    records::{AccountRecord, DomainRecord, TlsAuthority, TlsProblem, Tx},
};

use super::authority::Authority;
use crate::domain::{
    addresses::outside,
    change::{Change, OnFailure},
    dns::servers,
    domains::Domains,
    tls::{
        certificates, exclusions, hosts,
        keys::{self, KeyType, NewKey},
        offer::Offer,
    },
};

const DAY: i64 = 86_400;

/// For how many days a certificate is good, and how many before its end the next is made.
const DAYS: (i64, i64) = (90, 30);

/// A site that may want a certificate.
struct Site {
    row: DomainRecord,
    /// Its names that are not left out.
    names: Vec<String>,
    /// The certificate of this server's making that has time left.
    own: Option<Certificate>,
}

/// What an account's check has to know.
struct Check<'a> {
    host: &'a Host,
    account: &'a UserName,
    /// The address of its sites, as the world calls it.
    ip: String,
    /// Whom to ask for names.
    asking: Asking,
    key_type: KeyType,
}

/// Looks at the account's sites; gives what stood in the way of their names.
pub(super) fn account(host: &Host, account: &UserName) -> Result<Vec<TlsProblem>> {
    let tx = host.store.read()?;
    let record: Option<AccountRecord> = tx.find(&[account.into()])?;
    let Some(record) = record else { return Ok(Vec::new()) };
    let asking = servers::asking(&*tx)?;
    let key_type = keys::preferred(&*tx, account)?;
    let ip = outside::public(&*tx, &record.ip)?;
    let check = Check { host, account, ip, asking, key_type };
    let sites = check.sites(&*tx)?;
    drop(tx);
    let mut problems = Vec::new();
    for site in sites {
        check.site(&site, &mut problems)?;
    }
    Ok(problems)
}

impl Check<'_> {
    /// The sites that have no certificate, one that ends soon, or one of this server's making.
    /// Wildcards are left out: no visit shows whose all of their names are.
    fn sites(&self, tx: &dyn Tx) -> Result<Vec<Site>> {
        let domains = Domains::of(tx, self.account)?;
        let excluded = exclusions::of(tx, self.account)?;
        let mut sites = Vec::new();
        for row in domains.all().iter().filter(|row| domains.site_of(row).name == row.name) {
            let names: Vec<String> = hosts::names(&domains, row)
                .into_iter()
                .filter(|name| !name.starts_with("*.") && !is_excluded(&excluded, name))
                .collect();
            let own = match hosts::find(tx, row)? {
                None => None,
                Some(installed) => {
                    let certificate = hosts::certificate(self.host, &installed)?;
                    let lasts = certificate.not_after > self.later(DAYS.1);
                    if lasts && !is_own(tx, &certificate)? {
                        continue;
                    }
                    Some(certificate).filter(|_| lasts)
                }
            };
            if !names.is_empty() {
                sites.push(Site { row: row.clone(), names, own });
            }
        }
        Ok(sites)
    }

    fn site(&self, site: &Site, problems: &mut Vec<TlsProblem>) -> Result<()> {
        let mut here = Vec::new();
        for name in &site.names {
            match self.stray(name) {
                None => here.push(name.clone()),
                Some(problem) => problems.push(self.problem(name, problem)?),
            }
        }
        let covered = |it: &Certificate| here.iter().all(|name| certificates::is_for(it, name));
        if here.is_empty() || site.own.as_ref().is_some_and(covered) {
            return Ok(());
        }
        if let Err(cause) = self.issue(&site.row, &here) {
            for name in &here {
                problems.push(self.problem(name, cause.to_string())?);
            }
        }
        Ok(())
    }

    /// Why a name does not lead to the account's address, if so: nobody but its owner can make it.
    fn stray(&self, name: &str) -> Option<String> {
        let domain: DomainName = name.parse().ok()?;
        match self.host.resolver.addresses(&domain, &self.asking) {
            Err(problem) => Some(problem.to_string()),
            Ok(found) if found.iter().any(|ip| ip.to_string() == self.ip) => None,
            Ok(found) if found.is_empty() => Some(format!("“{name}” has no address in the DNS.")),
            Ok(found) => {
                let found: Vec<String> = found.iter().map(ToString::to_string).collect();
                let found = found.join(", ");
                Some(format!("“{name}” leads to {found}, and not to {}.", self.ip))
            }
        }
    }

    /// Makes a certificate for the names, and installs it on the site.
    fn issue(&self, site: &DomainRecord, names: &[String]) -> Result<()> {
        let (host, until) = (self.host, self.later(DAYS.0));
        let authority = Authority::good_until(host, until)?;
        let key = host.keys.generate(self.key_type.kind())?;
        let wanted = Wanted { names: names.to_vec(), subject: Vec::new() };
        // Clocks of visitors go wrong.
        let pem = authority.sign(host, &wanted, &key, (self.later(-1), until))?;
        let certificate = certificates::read_one(host, "certificate", &pem)?;
        let bundle = authority.pem().to_owned();
        let offer = Offer { certificate, bundle, key: NewKey::seal(host, &key)? };
        let mut change = Change::by(host, "start_autossl_check")?;
        // The site may have gone, or become another account's, meanwhile.
        let site = hosts::site(change.tx(), self.account, "domain", site.name.as_str())?;
        hosts::install(host, &mut change, &site, &offer)?;
        change.commit(OnFailure::Undo)
    }

    fn problem(&self, name: &str, problem: String) -> Result<TlsProblem> {
        let domain = DomainName::of_site(name).map_err(Error::internal)?;
        Ok(TlsProblem { domain, account: self.account.clone(), problem, at: self.later(0) })
    }

    fn later(&self, days: i64) -> UnixTime {
        UnixTime(self.host.clock.now().0 + days * DAY)
    }
}

/// Whether a name is left out, itself or as `www.` before one that is.
fn is_excluded(excluded: &BTreeSet<DomainName>, name: &str) -> bool {
    let bare = name.strip_prefix("www.").unwrap_or(name);
    excluded.iter().any(|other| other.as_str() == name || other.as_str() == bare)
}

/// Whether an authority of this server signed the certificate.
fn is_own(tx: &dyn Tx, certificate: &Certificate) -> Result<bool> {
    let issuer = attribute(&certificate.issuer, "commonName").unwrap_or_default();
    Ok(tx.find::<TlsAuthority>(&[issuer.into()])?.is_some())
}
