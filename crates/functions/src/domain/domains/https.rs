//! Whether the visitors of a domain can be, and are, sent to HTTPS.

use api::{
    Flag, Host, Result,
    records::{DomainRecord, TlsHost, Tx},
};

use super::Domains;
use crate::domain::tls::{hosts, redirects};

/// What is said of HTTPS for a domain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Https {
    /// Whether the site's certificate is good for all its names.
    pub all_names: Flag,
    /// Whether visitors of the domain can be sent to HTTPS.
    pub possible: Flag,
    /// Whether they are.
    pub on: Flag,
}

impl Https {
    /// What is said of a domain of the account whose domains those are.
    pub fn of(host: &Host, tx: &dyn Tx, domains: &Domains, row: &DomainRecord) -> Result<Self> {
        let site = domains.site_of(row);
        let all_names = match hosts::find(tx, site)? {
            Some(installed) => {
                let certificate = hosts::certificate(host, &installed)?;
                let names = hosts::names(domains, site);
                hosts::coverage(&names, &certificate).warning.is_empty()
            }
            None => false,
        };
        let own: Option<TlsHost> = tx.find(&[(&row.name).into()])?;
        Ok(Self {
            all_names: Flag(all_names),
            possible: Flag(redirects::may(host, tx, domains, row)?),
            on: Flag(own.is_some_and(|own| own.redirects.0)),
        })
    }
}
