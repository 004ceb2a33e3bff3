//! Making what sites do about TLS as the store says.

use api::{
    DomainName, Host, Result,
    records::{DomainRecord, Subject, Tx},
};

use super::hosts;
use crate::domain::apply::differing;

/// Makes a site so.
pub fn site(host: &Host, name: &DomainName) -> Result<()> {
    let tx = host.store.read()?;
    let domain: Option<DomainRecord> = tx.find(&[name.into()])?;
    let wanted = match &domain {
        Some(domain) => hosts::wanted(&*tx, domain)?,
        None => None,
    };
    drop(tx);
    match wanted {
        Some(wanted) => host.tls.apply(&wanted.open(host)?),
        None => host.tls.withdraw(name),
    }
}

/// Where host and store name different sites.
pub fn drift(host: &Host, tx: &dyn Tx) -> Result<Vec<Subject>> {
    Ok(differing(hosts::all_names(tx)?, host.tls.list()?, Subject::Tls))
}
