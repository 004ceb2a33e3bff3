//! What becomes of an account's people when the account or a domain of it changes. A domain takes
//! its people with it, and an account goes with all its domains.

use api::{
    DomainName, Result, UserName,
    records::{Cell, Record, Subaccount, SubaccountService, Tx, WebDiskRecord, is},
};

use crate::domain::change::Change;

/// Gives all that an account has to its new name. The change must go forward.
pub fn rename(tx: &dyn Tx, old: &UserName, new: &UserName) -> Result<()> {
    fn give<T: Record>(tx: &dyn Tx, old: &UserName, new: &UserName) -> Result<()> {
        tx.update::<T>(&[("account", Cell::from(new))], &[is("account", old)]).map(|_| ())
    }
    give::<Subaccount>(tx, old, new)?;
    give::<WebDiskRecord>(tx, old, new)
}

/// Takes the people of a domain that goes away.
pub fn remove_domain(change: &mut Change<'_>, domain: &DomainName) -> Result<()> {
    change.remove::<Subaccount>(&[is("domain", domain)])?;
    change.remove::<SubaccountService>(&[is("domain", domain)])?;
    change.remove::<WebDiskRecord>(&[is("domain", domain)])?;
    Ok(())
}

/// Gives the people of a domain its new name. The change must go forward.
pub fn rename_domain(tx: &dyn Tx, old: &DomainName, new: &DomainName) -> Result<()> {
    fn give<T: Record>(tx: &dyn Tx, old: &DomainName, new: &DomainName) -> Result<()> {
        tx.update::<T>(&[("domain", Cell::from(new))], &[is("domain", old)]).map(|_| ())
    }
    give::<Subaccount>(tx, old, new)?;
    give::<SubaccountService>(tx, old, new)?;
    give::<WebDiskRecord>(tx, old, new)
}
