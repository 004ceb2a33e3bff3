//! The site of an account whose certificate is shown to visitors of the account's own address who name
//! no site. An account that shares its address has none: it would answer the visitors of others.

use std::net::IpAddr;

use api::{
    Cx, DomainName, Error, Flag, Result, UserName,
    records::{AccountRecord, Subject, TlsHost, Tx},
};

use super::hosts;
use crate::domain::change::{Change, OnFailure};

/// Makes a site of the account its primary one; `param` is where it was given.
pub fn set(cx: &Cx<'_>, account: &UserName, param: &str, name: &DomainName) -> Result<()> {
    let mut change = Change::begin(cx)?;
    let site = hosts::site(change.tx(), account, param, name.as_str())?;
    if address(change.tx(), account)?.is_none() {
        let problem =
            "the account shares its address with others, whose visitors name no site too.";
        return Err(Error::param(param, problem));
    }
    if hosts::find(change.tx(), &site)?.is_none() {
        let problem = format!("{param}: no certificate is installed on “{}”.", site.name);
        return Err(Error::not_found(problem));
    }
    for row in hosts::installed(change.tx(), account)? {
        let is_primary = Flag(row.domain == site.name);
        if row.is_primary != is_primary {
            change.touch(Subject::Tls(row.domain.clone()));
            change.save(&TlsHost { is_primary, ..row })?;
        }
    }
    change.commit(OnFailure::Undo)
}

/// The address that only the account's sites are on, where it has one.
pub fn address(tx: &dyn Tx, account: &UserName) -> Result<Option<IpAddr>> {
    let record: Option<AccountRecord> = tx.find(&[account.into()])?;
    let own = record.filter(|record| record.dedicated_ip.0);
    Ok(own.and_then(|record| record.ip.parse().ok()))
}

/// Says that the account's address changes, and its primary site with it.
pub fn follow(change: &mut Change<'_>, account: &UserName) -> Result<()> {
    for row in hosts::installed(change.tx(), account)? {
        if row.is_primary.0 {
            change.touch(Subject::Tls(row.domain));
        }
    }
    Ok(())
}
