//! Where mail to addresses goes that a domain has not.

use api::{
    Account, Error, Result,
    mail::Destination,
    records::{AccountRecord, MailDomainRecord},
};

use super::domains;
use crate::domain::change::Change;

/// The default address as it is shown.
pub fn shown(domain: &MailDomainRecord) -> String {
    if domain.catch_all.is_empty() {
        return domain.account.to_string();
    }
    match domain.catch_all.parse() {
        // Callers know this text in quotation marks in the alias file, and without them here.
        Ok(Destination::Fail(text)) => format!(":fail: {text}"),
        Ok(other) => other.to_string(),
        Err(_) => domain.catch_all.clone(),
    }
}

/// Sets it.
pub fn set(
    change: &mut Change<'_>,
    account: &Account,
    mut domain: MailDomainRecord,
    destination: &Destination,
) -> Result<MailDomainRecord> {
    let is_own = |to: &AccountRecord| *destination == Destination::Account(to.name.clone());
    let text = destination.to_string();
    text.parse::<Destination>().map_err(|problem| Error::param("failmsgs", problem))?;
    domain.catch_all = if is_own(account.record()) { String::new() } else { text };
    domains::save(change, &domain)?;
    Ok(domain)
}
