//! Forwarders of addresses, and of whole domains.

use api::{
    Account, DomainName, EmailAddress, Error, Kind, Result, Word,
    mail::Destination,
    records::{Forwarder, MailDomainRecord, Subject, Tx, is},
};

use super::domains;
use crate::domain::change::Change;

/// What a forwarder does with mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Kinds {
    /// It goes to addresses.
    #[word("fwd")]
    Forward,
    /// It goes back.
    #[word("fail")]
    Fail,
    /// It goes nowhere.
    #[word("blackhole")]
    Discard,
    /// It goes to a program.
    #[word("pipe")]
    Pipe,
    /// It goes to the mailbox of an account.
    #[word("system")]
    System,
}

/// What callers say of where mail goes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wish<'a> {
    /// The addresses, parted by commas: `fwdemail`.
    pub addresses: Option<&'a str>,
    /// The account: `fwdsystem`.
    pub system: Option<&'a str>,
    /// The text that goes back: `failmsgs`.
    pub fail: Option<&'a str>,
    /// The program: `pipefwd`.
    pub program: Option<&'a str>,
}

/// The destinations that are wished; an error names the parameter.
pub fn wished(account: &Account, kind: Kinds, wish: Wish<'_>) -> Result<Vec<Destination>> {
    let needed = |param: &str, text: Option<&str>| match text.map(str::trim) {
        Some(text) if !text.is_empty() => Ok(text.to_owned()),
        _ => Err(Error::param(param, format!("is required with fwdopt={}", kind.as_str()))),
    };
    Ok(match kind {
        Kinds::Forward => addresses(&needed("fwdemail", wish.addresses)?)?,
        Kinds::Fail => vec![Destination::Fail(
            wish.fail.filter(|text| !text.is_empty()).unwrap_or(NO_SUCH_PERSON).to_owned(),
        )],
        Kinds::Discard => vec![Destination::Discard],
        Kinds::Pipe => vec![program(account, &needed("pipefwd", wish.program)?)?],
        Kinds::System => vec![system(account, &needed("fwdsystem", wish.system)?)?],
    })
}

/// The text of a bounce where none is given.
const NO_SUCH_PERSON: &str = "No such person at this address";

fn addresses(text: &str) -> Result<Vec<Destination>> {
    let each = text.split([',', ';']).map(str::trim).filter(|one| !one.is_empty());
    let found: Vec<Destination> = each
        .map(|one| match one.parse::<EmailAddress>() {
            Ok(address) => Ok(Destination::Address(address)),
            Err(problem) => Err(Error::param("fwdemail", problem)),
        })
        .collect::<Result<_>>()?;
    if found.is_empty() {
        return Err(Error::param("fwdemail", "names no address"));
    }
    Ok(found)
}

/// A program below the account's home, whole or relative to it.
fn program(account: &Account, path: &str) -> Result<Destination> {
    let home = &account.record().home;
    let path = path.trim_start_matches('|').trim();
    let path = if path.starts_with('/') { path.to_owned() } else { format!("{home}/{path}") };
    let is_below = path.strip_prefix(home.as_str()).is_some_and(|rest| rest.starts_with('/'));
    if !is_below || path.split('/').any(|part| part == "..") {
        return Err(Error::param("pipefwd", "must be a program below the account's home"));
    }
    Ok(Destination::Program(path))
}

fn system(account: &Account, name: &str) -> Result<Destination> {
    if name == account.name().as_str() {
        return Ok(Destination::Account(account.name().clone()));
    }
    Err(Error::param("fwdsystem", "must be the account's own name"))
}

/// Adds a forwarder.
pub fn add(
    change: &mut Change<'_>,
    (address, domain): (&EmailAddress, &MailDomainRecord),
    destination: &Destination,
) -> Result<()> {
    let destination = destination.to_string();
    destination.parse::<Destination>().map_err(|problem| Error::param("forwarder", problem))?;
    if destination == address.as_str() {
        return Err(Error::param("fwdemail", "an address may not be forwarded to itself"));
    }
    let key = [address.into(), destination.as_str().into()];
    if change.tx().find::<Forwarder>(&key)?.is_some() {
        return Err(Error::new(
            Kind::Exists,
            format!("The forwarder from {address} to {destination} already exists."),
        ));
    }
    change.insert(&Forwarder {
        address: address.clone(),
        destination,
        domain: domain.domain.clone(),
        account: domain.account.clone(),
    })?;
    change.touch(Subject::MailDomain(domain.domain.clone()));
    Ok(())
}

/// Removes a forwarder.
pub fn remove(
    change: &mut Change<'_>,
    (address, domain): (&EmailAddress, &MailDomainRecord),
    destination: &str,
) -> Result<()> {
    let found: Vec<Forwarder> = change.tx().matching(vec![is("address", address)])?;
    let is_meant = |one: &&Forwarder| {
        one.destination == destination || one.destination.trim_start_matches('|') == destination
    };
    let Some(found) = found.iter().find(is_meant) else {
        return Err(Error::not_found(format!(
            "forwarder: {address} is not forwarded to “{}”.",
            api::values::text::shown(destination)
        )));
    };
    let key = [is("address", address), is("destination", found.destination.as_str())];
    change.remove::<Forwarder>(&key)?;
    change.touch(Subject::MailDomain(domain.domain.clone()));
    Ok(())
}

/// The forwarders of a domain, by address.
pub fn of_domain(tx: &dyn Tx, domain: &DomainName) -> Result<Vec<Forwarder>> {
    tx.matching(vec![is("domain", domain)])
}

/// Has all mail of a domain for which nothing else is said go to another.
pub fn set_domain(
    change: &mut Change<'_>,
    mut domain: MailDomainRecord,
    to: Option<DomainName>,
) -> Result<()> {
    if to.as_ref() == Some(&domain.domain) {
        return Err(Error::param("destdomain", "a domain may not be forwarded to itself"));
    }
    domain.forwards_to = to;
    domains::save(change, &domain)
}
