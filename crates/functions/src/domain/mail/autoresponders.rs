//! Answers that addresses give by themselves.

use api::{
    EmailAddress, Error, Result, UnixTime,
    records::{Autoresponder, Subject, Tx, is},
};

use crate::domain::change::Change;

/// The longest text of an answer, in bytes.
const LONGEST: usize = 1 << 16;
/// The most hours between answers to one sender: a year.
const MOST_HOURS: u32 = 8760;

/// Adds an autoresponder or replaces the one of its address.
pub fn save(change: &mut Change<'_>, answer: &Autoresponder) -> Result<()> {
    if answer.body.len() > LONGEST {
        return Err(Error::param("body", format!("is longer than {LONGEST} bytes")));
    }
    if answer.hours > MOST_HOURS {
        return Err(Error::param("interval", format!("must be at most {MOST_HOURS} hours")));
    }
    if let (Some(start), Some(stop)) = (answer.start, answer.stop)
        && stop <= start
    {
        return Err(Error::param("stop", "must be later than start"));
    }
    super::settings::check_charset("charset", &answer.charset)?;
    change.save(answer)?;
    change.touch(Subject::MailDomain(answer.domain.clone()));
    Ok(())
}

/// A time as callers give it: 0 for none.
pub fn time(given: UnixTime) -> Option<UnixTime> {
    (given.0 > 0).then_some(given)
}

/// The autoresponder of an address, where there is one.
pub fn find(tx: &dyn Tx, address: &EmailAddress) -> Result<Option<Autoresponder>> {
    tx.find(&[address.into()])
}

/// The autoresponder of an address.
pub fn existing(tx: &dyn Tx, address: &EmailAddress) -> Result<Autoresponder> {
    find(tx, address)?
        .ok_or_else(|| Error::not_found(format!("email: {address} has no autoresponder.")))
}

/// Removes the autoresponder of an address.
pub fn remove(change: &mut Change<'_>, address: &EmailAddress) -> Result<()> {
    let answer = existing(change.tx(), address)?;
    change.remove::<Autoresponder>(&[is("address", address)])?;
    change.touch(Subject::MailDomain(answer.domain));
    Ok(())
}
