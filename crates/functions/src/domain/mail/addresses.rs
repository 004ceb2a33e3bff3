//! Addresses as callers write them: whole, or the local part with the domain beside it.

use api::{
    Account, DomainName, EmailAddress, Error, Result,
    records::{MailDomainRecord, Tx},
    values::text,
};

use super::domains;

/// The longest local part.
const LONGEST: usize = 64;

/// An address of one of the account's domains. `given` is whole or only the local part, whose domain
/// is `domain`, or the main domain where that is absent; `param` names where it was given.
pub fn own(
    tx: &dyn Tx,
    account: &Account,
    param: &str,
    given: &str,
    domain: Option<&DomainName>,
) -> Result<(EmailAddress, MailDomainRecord)> {
    let (local, at) = split(given);
    let domain = match (at, domain) {
        (Some(at), Some(domain)) if at != domain.as_str() => {
            let rule = format!("has the domain “{}”, and domain says {domain}", text::shown(at));
            return Err(Error::param(param, rule));
        }
        (Some(at), _) => at.parse().map_err(|problem: String| Error::param(param, problem))?,
        (None, Some(domain)) => domain.clone(),
        (None, None) => account.record().domain.clone(),
    };
    let holder = if at.is_some() { param } else { "domain" };
    let record = domains::own(tx, account, holder, &domain)?;
    Ok((joined(param, local, &domain)?, record))
}

/// A whole address of one of the account's domains.
pub fn whole(
    tx: &dyn Tx,
    account: &Account,
    param: &str,
    address: &EmailAddress,
) -> Result<(EmailAddress, MailDomainRecord)> {
    if address.is_empty() {
        return Err(Error::param(param, "is required"));
    }
    own(tx, account, param, address.as_str(), None)
}

/// An address of these parts, in lower case; the local part must be one that a mailbox may have.
pub fn joined(param: &str, local: &str, domain: &DomainName) -> Result<EmailAddress> {
    let local = local.to_ascii_lowercase();
    let ordinary = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "._-+&'=".contains(c);
    if local.is_empty() || local.len() > LONGEST || !local.chars().all(ordinary) {
        let rule = format!(
            "“{}” is no local part: 1 to {LONGEST} letters, digits, dots, dashes and underscores",
            text::shown(&local)
        );
        return Err(Error::param(param, rule));
    }
    format!("{local}@{domain}").parse().map_err(|problem| Error::param(param, problem))
}

/// The local part, and the domain where it is there. Some callers write a `+` for the `@` in what
/// an answer gave them.
fn split(given: &str) -> (&str, Option<&str>) {
    match given.rsplit_once('@') {
        Some((local, domain)) => (local, Some(domain)),
        None => (given, None),
    }
}

/// Who owns filters and wishes: the mailbox named, or the account where none is, or its own name.
pub fn owner(tx: &dyn Tx, account: &Account, param: &str, given: Option<&str>) -> Result<String> {
    match given.map(str::trim) {
        None | Some("") => Ok(account.name().to_string()),
        Some(name) if name == account.name().as_str() => Ok(name.to_owned()),
        Some(address) => {
            let (address, _) = own(tx, account, param, address, None)?;
            Ok(address.to_string())
        }
    }
}

/// A mailbox of the account that a text means, or the account's own mailbox: an empty text, or the
/// account's name.
pub fn mailbox(
    tx: &dyn Tx,
    account: &Account,
    param: &str,
    given: Option<&str>,
) -> Result<Option<EmailAddress>> {
    let owner = owner(tx, account, param, given)?;
    if !owner.contains('@') {
        return Ok(None);
    }
    let address = owner.parse().map_err(|problem: String| Error::param(param, problem))?;
    super::mailboxes::existing(tx, &address).map(|mailbox| Some(mailbox.address))
}

/// A parameter that may be absent in the reference, and is needed all the same.
pub fn required<T>(param: &str, given: Option<T>) -> Result<T> {
    given.ok_or_else(|| Error::param(param, "is required"))
}
