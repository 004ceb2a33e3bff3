//! Sending visitors of plain HTTP to HTTPS.

use api::{
    DomainName, Error, Flag, Host, Kind, Result, UserName,
    records::{DomainRecord, Subject, TlsHost, is},
};

use super::{certificates, hosts};
use crate::domain::{change::Change, domains::Domains};

/// Switches it on or off for one domain of the account; `param` is where it was given. It may be
/// switched on where the site's certificate is good for the domain.
pub fn set(
    host: &Host,
    change: &mut Change<'_>,
    account: &UserName,
    param: &str,
    name: &DomainName,
    on: bool,
) -> Result<()> {
    let domains = Domains::of(change.tx(), account)?;
    let row = domains.get(param, name)?;
    if on && !may(host, change.tx(), &domains, row)? {
        let problem = format!(
            "{param}: “{name}” has no certificate that is good for it now; install one first."
        );
        return Err(Error::new(Kind::Conflict, problem));
    }
    let before: Option<TlsHost> = change.tx().find(&[name.into()])?;
    let after = match before {
        Some(before) => TlsHost { redirects: on.into(), ..before },
        None => blank(row, on),
    };
    if after.certificate.is_empty() && !on {
        change.remove::<TlsHost>(&[is("domain", name)])?;
    } else {
        change.save(&after)?;
    }
    change.touch(Subject::Tls(name.clone()));
    Ok(())
}

/// Whether visitors of a domain may be sent to HTTPS.
pub fn may(
    host: &Host,
    tx: &dyn api::records::Tx,
    domains: &Domains,
    row: &DomainRecord,
) -> Result<bool> {
    let Some(installed) = hosts::find(tx, domains.site_of(row))? else { return Ok(false) };
    let certificate = hosts::certificate(host, &installed)?;
    Ok(certificates::is_good(&certificate, host.clock.now())
        && certificates::is_for(&certificate, row.name.as_str()))
}

/// A domain of which only this is said.
fn blank(row: &DomainRecord, on: bool) -> TlsHost {
    TlsHost {
        domain: row.name.clone(),
        account: row.account.clone(),
        certificate: String::new(),
        key: String::new(),
        pem: String::new(),
        bundle: String::new(),
        sealed: String::new(),
        installed: api::UnixTime(0),
        redirects: on.into(),
        is_primary: Flag(false),
    }
}
