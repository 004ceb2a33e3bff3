//! The sites and their certificates: installed, found, taken away.

use std::{collections::BTreeSet, net::IpAddr};

use api::{
    DomainName, Error, Host, Result, UserName,
    ports::{Certificate, TlsIdentity, TlsSite},
    records::{DomainRecord, Subject, TlsExclusion, TlsHost, TlsProblem, Tx, is},
    values::text,
};

use super::{certificates, ids, keys, offer::Offer, primary};
use crate::domain::{change::Change, domains::Domains};

/// Which names of a site a certificate is good for.
pub struct Coverage {
    /// Names of the site that it covers.
    pub working: Vec<String>,
    /// Names of the site that it does not.
    pub warning: Vec<String>,
    /// Names that it covers beside the site's.
    pub extra: Vec<String>,
}

/// The names of a site: its own and those that lead to it, each also with `www.` before it.
pub fn names(domains: &Domains, site: &DomainRecord) -> Vec<String> {
    let others = domains.names_of(&site.name).map(|row| row.name.as_str());
    let bare = std::iter::once(site.name.as_str()).chain(others);
    let both = bare.flat_map(|name| {
        let www = (!name.starts_with("*.")).then(|| format!("www.{name}"));
        std::iter::once(name.to_owned()).chain(www)
    });
    both.collect()
}

/// Which of the site's names the certificate is good for.
pub fn coverage(names: &[String], certificate: &Certificate) -> Coverage {
    let covered = |name: &&String| certificates::is_for(certificate, name);
    let (working, warning) = names.iter().cloned().partition(|name| covered(&name));
    let extra = certificate.names.iter().filter(|name| !names.contains(name)).cloned().collect();
    Coverage { working, warning, extra }
}

/// Installs a certificate on a site of the account, and keeps it and its key with the account's.
pub fn install(
    host: &Host,
    change: &mut Change<'_>,
    site: &DomainRecord,
    offer: &Offer,
) -> Result<()> {
    let (account, now) = (&site.account, host.clock.now());
    let named = offer.certificate.names.first().map_or("key", String::as_str);
    offer.key.store_once(change, account, now, named)?;
    certificates::store_once(host, change, account, &offer.certificate, &offer.bundle)?;
    let before: Option<TlsHost> = change.tx().find(&[(&site.name).into()])?;
    change.save(&TlsHost {
        domain: site.name.clone(),
        account: account.clone(),
        certificate: ids::certificate(&offer.certificate),
        key: offer.key.id.clone(),
        pem: offer.certificate.pem.clone(),
        bundle: offer.bundle.clone(),
        sealed: offer.key.sealed().to_owned(),
        installed: now,
        redirects: before.as_ref().map(|row| row.redirects).unwrap_or_default(),
        is_primary: before.map(|row| row.is_primary).unwrap_or_default(),
    })?;
    touch(change, site)
}

/// Takes the certificate off a site. Nobody is sent to HTTPS any more there.
pub fn uninstall(change: &mut Change<'_>, site: &DomainRecord) -> Result<()> {
    let domains = Domains::of(change.tx(), &site.account)?;
    let mut names: Vec<_> = domains.names_of(&site.name).map(|row| row.name.clone()).collect();
    names.push(site.name.clone());
    for name in names {
        change.remove::<TlsHost>(&[is("domain", &name)])?;
    }
    touch(change, site)
}

/// The certificates that are installed on the account's sites, by domain.
pub fn installed(tx: &dyn Tx, account: &UserName) -> Result<Vec<TlsHost>> {
    let rows: Vec<TlsHost> = tx.matching(vec![is("account", account)])?;
    Ok(rows.into_iter().filter(|row| !row.certificate.is_empty()).collect())
}

/// What is installed on a site.
pub fn find(tx: &dyn Tx, site: &DomainRecord) -> Result<Option<TlsHost>> {
    let row: Option<TlsHost> = tx.find(&[(&site.name).into()])?;
    Ok(row.filter(|row| !row.certificate.is_empty()))
}

/// The installed certificate, read.
pub fn certificate(host: &Host, row: &TlsHost) -> Result<Certificate> {
    certificates::read_one(host, "certificate", &row.pem)
}

/// How a name is to be served over TLS, its key still sealed.
pub struct Wanted {
    domain: DomainName,
    shown: Option<TlsHost>,
    redirects: bool,
    primary_of: Option<IpAddr>,
}

impl Wanted {
    /// It with its key.
    pub fn open(self, host: &Host) -> Result<TlsSite> {
        let identity = match self.shown {
            Some(shown) => Some(TlsIdentity {
                chain: format!("{}{}", shown.pem, shown.bundle),
                key: keys::open(host, &shown.sealed)?,
            }),
            None => None,
        };
        let Self { domain, redirects, primary_of, .. } = self;
        Ok(TlsSite { domain, identity, redirects, primary_of })
    }
}

/// How a name is to be served over TLS; none where nothing is said of it.
pub fn wanted(tx: &dyn Tx, row: &DomainRecord) -> Result<Option<Wanted>> {
    let domains = Domains::of(tx, &row.account)?;
    let shown = find(tx, domains.site_of(row))?;
    let own: Option<TlsHost> = tx.find(&[(&row.name).into()])?;
    let redirects = own.as_ref().is_some_and(|own| own.redirects.0);
    let primary_of = match own {
        Some(own) if own.is_primary.0 => primary::address(tx, &own.account)?,
        _ => None,
    };
    let said = redirects || shown.is_some();
    Ok(said.then(|| Wanted { domain: row.name.clone(), shown, redirects, primary_of }))
}

/// Says that how a site and its other names are served over TLS changes.
pub fn touch(change: &mut Change<'_>, site: &DomainRecord) -> Result<()> {
    let domains = Domains::of(change.tx(), &site.account)?;
    for name in domains.names_of(&site.name) {
        change.touch(Subject::Tls(name.name.clone()));
    }
    change.touch(Subject::Tls(site.name.clone()));
    Ok(())
}

/// Says that a new name of a site shows the site's certificate, where it has one.
pub fn join(change: &mut Change<'_>, row: &DomainRecord) -> Result<()> {
    let Some(parent) = &row.parent else { return Ok(()) };
    if change.tx().find::<TlsHost>(&[parent.into()])?.is_some() {
        change.touch(Subject::Tls(row.name.clone()));
    }
    Ok(())
}

/// Forgets what was said of a domain that goes.
pub fn forget(change: &mut Change<'_>, row: &DomainRecord) -> Result<()> {
    let own = change.remove::<TlsHost>(&[is("domain", &row.name)])?;
    change.remove::<TlsExclusion>(&[is("domain", &row.name)])?;
    change.remove::<TlsProblem>(&[is("domain", &row.name)])?;
    let parent = match &row.parent {
        Some(parent) => change.tx().find::<TlsHost>(&[parent.into()])?,
        None => None,
    };
    if own > 0 || parent.is_some() {
        change.touch(Subject::Tls(row.name.clone()));
    }
    Ok(())
}

/// Every name of which the store says something about TLS, for the reconciler.
pub fn all_names(tx: &dyn Tx) -> Result<BTreeSet<DomainName>> {
    let rows: Vec<TlsHost> = tx.matching(Vec::new())?;
    let mut names = BTreeSet::new();
    for row in rows {
        if !row.certificate.is_empty() {
            let others = Domains::of(tx, &row.account)?;
            names.extend(others.names_of(&row.domain).map(|other| other.name.clone()));
        }
        names.insert(row.domain);
    }
    Ok(names)
}

/// The site of the account that a domain leads to; `param` is where it was given.
pub fn site(tx: &dyn Tx, account: &UserName, param: &str, name: &str) -> Result<DomainRecord> {
    let name = name.strip_prefix("www.").unwrap_or(name);
    let rows = Domains::of(tx, account)?;
    let found = rows.find(name).map(|row| rows.site_of(row).clone());
    found.ok_or_else(|| {
        let name = text::shown(name);
        Error::not_found(format!("{param}: “{name}” is no domain of this account."))
    })
}
