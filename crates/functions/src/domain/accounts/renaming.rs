//! An account under another name, with another main domain, or with another owner. None of it can
//! be taken back half-way, so the change must go forward.

use api::{
    Cx, DomainName, Error, Kind, Result, UserName,
    records::{
        AccountCount, AccountRecord, Bandwidth, Cell, DomainKind, DomainRecord, FeatureListRecord,
        FeatureOverride, Login, PackageRecord, PasswordHistory, Personal, PublicContact, Record,
        SessionRecord, TokenRecord, Tx, ZoneRecord, is,
    },
};

use super::domains;
use crate::domain::{change::Change, mail, resellers::departure, zones};

/// Gives an account another name. API tokens stay with it, sessions end: their ids begin with the
/// former name. The record itself is the caller's to save.
pub fn rename(change: &mut Change<'_>, record: &mut AccountRecord, new: &UserName) -> Result<()> {
    if record.formerly.is_some() {
        return Err(Error::new(
            Kind::Busy,
            format!("newuser: the last renaming of “{}” is not complete yet.", record.name),
        ));
    }
    let old = std::mem::replace(&mut record.name, new.clone());
    if let Some(parent) = record.home.strip_suffix(old.as_str()) {
        record.home = format!("{parent}{new}");
    }
    if old == *record.database_owner {
        record.database_owner = new.to_string();
    }
    if record.owner == old {
        record.owner = new.clone();
    }
    let tx = change.tx();
    tx.delete::<AccountRecord>(&[is("name", &old)])?;
    rename_login(tx, &old, new)?;
    rename_columns(tx, &old, new)?;
    tx.delete::<SessionRecord>(&[is("user_name", &old)])?;
    record.formerly = Some(old);
    super::touch_all(change, new)
}

fn rename_login(tx: &dyn Tx, old: &UserName, new: &UserName) -> Result<()> {
    let login: Option<Login> = tx.find(&[old.into()])?;
    let Some(login) = login else { return Ok(()) };
    tx.delete::<Login>(&[is("name", old)])?;
    tx.insert(&Login { name: new.clone(), generation: login.generation + 1, ..login })
}

/// Everything else that says whose it is.
fn rename_columns(tx: &dyn Tx, old: &UserName, new: &UserName) -> Result<()> {
    fn rename<T: Record>(
        tx: &dyn Tx,
        column: &'static str,
        old: &UserName,
        new: &UserName,
    ) -> Result<()> {
        tx.update::<T>(&[(column, Cell::from(new))], &[is(column, old)])?;
        Ok(())
    }
    rename::<DomainRecord>(tx, "account", old, new)?;
    rename::<ZoneRecord>(tx, "account", old, new)?;
    rename::<Bandwidth>(tx, "account", old, new)?;
    rename::<FeatureOverride>(tx, "account", old, new)?;
    mail::domains::rename_account(tx, old, new)?;
    rename::<PasswordHistory>(tx, "name", old, new)?;
    rename::<Personal>(tx, "user_name", old, new)?;
    rename::<TokenRecord>(tx, "user_name", old, new)?;
    rename::<PublicContact>(tx, "user_name", old, new)?;
    departure::rename(tx, old, new)?;
    rename::<AccountRecord>(tx, "owner", old, new)?;
    rename::<PackageRecord>(tx, "owner", old, new)?;
    rename::<FeatureListRecord>(tx, "owner", old, new)?;
    // A former owner of the new name may have left a count of 0.
    tx.delete::<AccountCount>(&[is("owner", new)])?;
    rename::<AccountCount>(tx, "owner", old, new)
}

/// Gives an account another main domain: the site, the zone with its records, the subdomains below
/// it, and what they all served.
pub fn change_domain(
    cx: &Cx<'_>,
    change: &mut Change<'_>,
    record: &mut AccountRecord,
    new: &DomainName,
) -> Result<()> {
    let old = std::mem::replace(&mut record.domain, new.clone());
    record.temporary_domain = false.into();
    for domain in domains::of(change.tx(), &record.name)? {
        let main = domain.name == old;
        if main || (domain.kind == DomainKind::Sub && domain.name.is_within(&old)) {
            let to = zones::moved(domain.name.as_str(), &old, new);
            let to: DomainName = to.parse().map_err(|problem| Error::param("domain", problem))?;
            move_domain(change, &domain, &to)?;
        }
    }
    zones::rename(cx, change, &old, record)
}

fn move_domain(change: &mut Change<'_>, from: &DomainRecord, to: &DomainName) -> Result<()> {
    let tx = change.tx();
    if tx.find::<DomainRecord>(&[to.into()])?.is_some() {
        return Err(Error::new(
            Kind::Exists,
            format!("domain: the server already has the domain “{to}”."),
        ));
    }
    tx.delete::<Bandwidth>(&[is("domain", to)])?;
    tx.update::<Bandwidth>(&[("domain", Cell::from(to))], &[is("domain", &from.name)])?;
    mail::domains::rename(change, &from.name, to)?;
    domains::remove(change, &from.name)?;
    domains::add(change, &DomainRecord { name: to.clone(), ..from.clone() })
}

/// Gives an account another owner.
pub fn change_owner(
    change: &mut Change<'_>,
    record: &mut AccountRecord,
    new: &UserName,
) -> Result<()> {
    if record.owner == *new {
        return Ok(());
    }
    super::count(change, &record.owner, -1)?;
    super::count(change, new, 1)?;
    record.owner = new.clone();
    Ok(())
}
