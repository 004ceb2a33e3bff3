//! How an account goes.

use api::{
    Account, Cx, Error, Kind, Result, UserName,
    records::{
        AccountCount, AccountRecord, Bandwidth, Cell, FeatureOverride, IntegrationGroup,
        IntegrationLink, Login, PasswordHistory, Personal, PublicContact, Redirect, SessionRecord,
        Subject, TokenRecord, TrackedId, Tx, ZoneKey, ZoneLine, ZoneRecord, ZoneSigning, is,
    },
};

use super::domains;
use crate::domain::{
    addresses::six, change::Change, databases, fleet, forced, ftp, mail, resellers::departure, tls,
};

/// What becomes of the account's zones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zones {
    /// They go too.
    Removed,
    /// They stay, without an account.
    Kept,
}

/// Refuses the removal of what others depend on, and of what root has locked.
pub fn check(cx: &Cx<'_>, tx: &dyn Tx, account: &Account) -> Result<()> {
    let record = account.record();
    if record.locked.0 && !cx.caller.is_rootlike() {
        return Err(Error::denied(format!(
            "user: root has locked “{}”; only root may remove it.",
            record.name
        )));
    }
    let count: Option<AccountCount> = tx.find(&[(&record.name).into()])?;
    let own = u64::from(record.owner == record.name);
    let others = count.map_or(0, |count| count.accounts).saturating_sub(own);
    if others > 0 {
        return Err(Error::new(
            Kind::Conflict,
            format!(
                "user: “{}” owns {others} other accounts; give them another owner or remove them first.",
                record.name
            ),
        ));
    }
    Ok(())
}

/// Removes the rows of an account. They are gone for good once the change is committed, so the
/// change must go forward.
pub fn write(change: &mut Change<'_>, account: &Account, zones: Zones) -> Result<()> {
    let (record, name) = (account.record(), account.name());
    for domain in domains::of(change.tx(), name)? {
        domains::remove(change, &domain.name)?;
    }
    remove_zones(change, record, zones)?;
    databases::follow::remove(change, name)?;
    ftp::follow::remove(change, name)?;
    super::count(change, &record.owner, -1)?;
    fleet::placement::count(change, record, -1)?;
    six::give_back(change, name)?;
    // Where the last renaming is not made yet, what is there still has the former name.
    let names = [Some(name), record.formerly.as_ref()].into_iter().flatten();
    names.for_each(|name| change.touch(Subject::User(name.clone())));
    let tx = change.tx();
    tx.delete::<Bandwidth>(&[is("account", name)])?;
    tx.delete::<FeatureOverride>(&[is("account", name)])?;
    tx.delete::<IntegrationLink>(&[is("account", name)])?;
    tx.delete::<IntegrationGroup>(&[is("account", name)])?;
    mail::domains::forget_account(tx, name)?;
    tx.delete::<Redirect>(&[is("account", name)])?;
    tls::forget_account(tx, name)?;
    tx.delete::<AccountRecord>(&[is("name", name)])?;
    remove_login(tx, name)?;
    for (kind, number) in [("uid", record.uid), ("gid", record.gid)] {
        tx.put(&TrackedId { kind: kind.to_owned(), number, name: name.clone() })?;
    }
    Ok(())
}

/// Removes what belongs to a login: password, sessions, tokens, what its pages keep, what it is as a
/// reseller.
pub fn remove_login(tx: &dyn Tx, name: &UserName) -> Result<()> {
    forced::forget(tx, name)?;
    tx.delete::<Login>(&[is("name", name)])?;
    tx.delete::<PasswordHistory>(&[is("name", name)])?;
    tx.delete::<SessionRecord>(&[is("user_name", name)])?;
    // The store removes a token's privileges and sources with it.
    tx.delete::<TokenRecord>(&[is("user_name", name)])?;
    tx.delete::<Personal>(&[is("user_name", name)])?;
    tx.delete::<PublicContact>(&[is("user_name", name)])?;
    departure::forget(tx, name)
}

fn remove_zones(change: &mut Change<'_>, record: &AccountRecord, zones: Zones) -> Result<()> {
    let name = &record.name;
    let found: Vec<ZoneRecord> = change.tx().matching(vec![is("account", name)])?;
    if zones == Zones::Kept {
        change.tx().update::<ZoneRecord>(&[("account", Cell::Null)], &[is("account", name)])?;
        // Of many hosts, another one may have them from now on.
        let moved = found.into_iter().filter(|_| record.host.is_some());
        moved.for_each(|zone| change.touch(Subject::Zone(zone.name)));
        return Ok(());
    }
    for zone in found {
        change.tx().delete::<ZoneLine>(&[is("zone", &zone.name)])?;
        change.tx().delete::<ZoneKey>(&[is("zone", &zone.name)])?;
        change.tx().delete::<ZoneSigning>(&[is("zone", &zone.name)])?;
        change.tx().delete::<ZoneRecord>(&[is("name", &zone.name)])?;
        change.touch(Subject::Zone(zone.name));
    }
    Ok(())
}
