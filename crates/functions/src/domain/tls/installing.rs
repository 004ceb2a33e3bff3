//! A certificate put on a site, from the texts that a caller sends.

use api::{Cx, DomainName, Result, Secret, UserName, records::DomainRecord};

use super::{
    finding,
    hosts::{self, Coverage},
    ids,
    offer::{Offer, Params},
};
use crate::domain::{
    change::{Change, OnFailure},
    domains::Domains,
};

/// What an installation came to.
pub struct Installation {
    /// The site.
    pub site: DomainRecord,
    /// The id of the certificate.
    pub certificate: String,
    /// The id of its key.
    pub key: String,
    /// Which names it is good for.
    pub coverage: Coverage,
    /// What was done, in words.
    pub message: String,
    /// The site's address.
    pub ip: String,
}

/// Installs a certificate on a site of the account; the texts are certificate, key and bundle.
pub fn install(
    cx: &Cx<'_>,
    account: &UserName,
    domain: &DomainName,
    params: Params,
    (certificate, key, bundle): (&str, &Secret, &str),
) -> Result<Installation> {
    // Whose the domain is is said first: what is wrong with a certificate is no stranger's business.
    hosts::site(&*cx.host.store.read()?, account, "domain", domain.as_str())?;
    let offer = Offer::check(cx, params, certificate, key, bundle)?;
    let mut change = Change::begin(cx)?;
    let site = hosts::site(change.tx(), account, "domain", domain.as_str())?;
    let names = hosts::names(&Domains::of(change.tx(), account)?, &site);
    offer.check_for(params, domain.as_str())?;
    hosts::install(cx.host, &mut change, &site, &offer)?;
    change.commit(OnFailure::Undo)?;
    let coverage = hosts::coverage(&names, &offer.certificate);
    let message = format!(
        "The certificate is installed on the site “{}”. It is good for: {}.",
        site.name,
        coverage.working.join(", ")
    );
    Ok(Installation {
        certificate: ids::certificate(&offer.certificate),
        key: offer.key.id,
        coverage,
        message,
        ip: finding::address(cx.host, account)?,
        site,
    })
}
