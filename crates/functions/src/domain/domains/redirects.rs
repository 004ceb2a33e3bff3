//! Where visitors of an account's domains are sent on.

use std::collections::BTreeMap;

use api::{
    DomainName, Error, Result, UserName,
    records::{DomainRecord, Redirect, Subject, Tx, is},
    values::text,
};

use super::Domains;
use crate::domain::change::Change;

/// The redirects of an account, by domain and path.
pub fn of(tx: &dyn Tx, account: &UserName) -> Result<Vec<Redirect>> {
    tx.matching(vec![is("account", account)])
}

/// The redirects of whole domains of an account, by domain: where their visitors are sent.
pub fn of_whole_domains(tx: &dyn Tx, account: &UserName) -> Result<BTreeMap<DomainName, String>> {
    let rows = of(tx, account)?.into_iter().filter(|row| row.path == "/");
    Ok(rows.map(|row| (row.domain, row.target)).collect())
}

/// Adds a redirect, or replaces the one of its path.
pub fn put(change: &mut Change<'_>, redirect: &Redirect) -> Result<()> {
    change.save(redirect)?;
    change.touch(Subject::Site(redirect.domain.clone()));
    Ok(())
}

/// Removes the redirect of a path; gives whether there was one.
pub fn remove(change: &mut Change<'_>, row: &DomainRecord, path: &str) -> Result<bool> {
    let filter = [is("domain", &row.name), is("path", path)];
    let removed = change.remove::<Redirect>(&filter)?;
    change.touch(Subject::Site(row.name.clone()));
    Ok(removed > 0)
}

/// Removes the redirects of a domain that goes.
pub(super) fn remove_all(change: &mut Change<'_>, domain: &DomainName) -> Result<()> {
    change.remove::<Redirect>(&[is("domain", domain)]).map(|_| ())
}

/// Reads a path of a site: with one slash before it and none behind, nothing that a URL must
/// write otherwise.
pub fn path(param: &str, given: &str) -> Result<String> {
    text::check(given).map_err(|rule| Error::param(param, rule))?;
    let trimmed = given.trim_matches('/');
    let ordinary = |c: char| c.is_ascii_graphic() && !"\"'<>\\^`{|}?#".contains(c);
    if trimmed.chars().all(ordinary) && trimmed.len() <= 1024 {
        return Ok(format!("/{trimmed}"));
    }
    Err(Error::param(param, "must be a path as it stands in a URL."))
}

/// Refuses a redirect that leads to where it is followed.
pub fn check_target(
    param: &str,
    domains: &Domains,
    row: &DomainRecord,
    path: &str,
    target: &str,
) -> Result<()> {
    if target.is_empty() {
        return Err(Error::param(param, "is required"));
    }
    let rest = target.split_once("://").map_or(target, |(_, rest)| rest);
    let (host, below) = rest.split_once('/').unwrap_or((rest, ""));
    let host = host.split(':').next().unwrap_or(host).to_ascii_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let below = below.split(['?', '#']).next().unwrap_or(below);
    let same = domains.find(host).is_some_and(|found| found.name == row.name);
    if same && format!("/{}", below.trim_end_matches('/')) == path {
        return Err(Error::param(param, "leads to where it starts."));
    }
    Ok(())
}
