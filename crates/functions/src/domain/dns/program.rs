//! The program that serves zones. The one of this server does what PowerDNS does, signing included; it
//! can be switched off, and be no other.

use api::{
    Error, Host, Kind, Result,
    records::{Setting, Subject, Tx},
};

use crate::domain::change::Change;

/// The setting that has it.
const SETTING: &str = "nameserver_program";
/// The value of one that is switched off.
const OFF: &str = "disabled";

/// Whether the DNS server is to answer.
pub fn is_on(tx: &dyn Tx) -> Result<bool> {
    let set: Option<Setting> = tx.find(&[SETTING.into()])?;
    Ok(set.is_none_or(|set| set.value != OFF))
}

/// Refuses what needs the DNS server while that is switched off.
pub fn check_on(tx: &dyn Tx) -> Result<()> {
    if is_on(tx)? {
        return Ok(());
    }
    let message = "The DNS server is switched off; set_nameserver with PowerDNS switches it on.";
    Err(Error::new(Kind::Conflict, message))
}

/// Switches the DNS server on or off.
pub fn switch(change: &mut Change<'_>, on: bool) -> Result<()> {
    let value = if on { "powerdns" } else { OFF }.to_owned();
    change.save(&Setting { name: SETTING.to_owned(), value })?;
    change.touch(Subject::DnsServer);
    Ok(())
}

/// Makes the DNS server so.
pub fn apply(host: &Host) -> Result<()> {
    let on = is_on(&*host.store.read()?)?;
    host.dns.set_serving(on)
}

/// The DNS server, where it is not as the store says.
pub fn drift(host: &Host, tx: &dyn Tx) -> Result<Option<Subject>> {
    Ok((host.dns.serves()? != is_on(tx)?).then_some(Subject::DnsServer))
}
