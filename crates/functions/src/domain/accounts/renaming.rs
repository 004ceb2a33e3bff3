//! An account under another name, with another main domain, or with another owner. None of it can
//! be taken back half-way, so the change must go forward.

use api::{
    Cx, DomainName, Error, Kind, Result, UserName,
    records::{
        AccountCount, AccountRecord, Bandwidth, Cell, Conversion, DomainKind, DomainRecord,
        FeatureListRecord, FeatureOverride, ForcedChange, IntegrationGroup, IntegrationLink,
        Ipv6Address, Login, PackageRecord, PasswordHistory, Personal, PublicContact, Record,
        Redirect, SessionRecord, TlsCertificate, TlsCheck, TlsExclusion, TlsHost, TlsKey, TlsName,
        TlsPreference, TlsProblem, TlsRequest, TokenRecord, Tx, ZoneRecord, is,
    },
};

use super::domains;
use crate::domain::{change::Change, databases, ftp, mail, people, resellers::departure, zones};

/// Gives an account another name. API tokens stay with it, sessions end: their ids begin with the
/// former name. The record itself is the caller's to save.
/// With `objects`, its databases and their users get the new name's prefix.
pub fn rename(
    change: &mut Change<'_>,
    record: &mut AccountRecord,
    new: &UserName,
    objects: bool,
) -> Result<()> {
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
    if record.owner == old {
        record.owner = new.clone();
    }
    let tx = change.tx();
    tx.delete::<AccountRecord>(&[is("name", &old)])?;
    rename_login(tx, &old, new)?;
    rename_columns(tx, &old, new)?;
    tx.delete::<SessionRecord>(&[is("user_name", &old)])?;
    let objects = objects && old == *record.database_owner;
    databases::follow::rename(change, &old, new, objects)?;
    ftp::follow::rename(change, &old, new)?;
    people::follow::rename(change.tx(), &old, new)?;
    if objects {
        record.database_owner = new.to_string();
    }
    record.formerly = Some(old);
    super::touch_all(change, new)
}

fn rename_login(tx: &dyn Tx, old: &UserName, new: &UserName) -> Result<()> {
    let login: Option<Login> = tx.find(&[old.into()])?;
    let Some(login) = login else { return Ok(()) };
    tx.update::<ForcedChange>(
        &[("name", new.into())],
        &[is("kind", &login.kind), is("name", old)],
    )?;
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
    rename::<Redirect>(tx, "account", old, new)?;
    rename::<TlsKey>(tx, "account", old, new)?;
    rename::<TlsCertificate>(tx, "account", old, new)?;
    rename::<TlsRequest>(tx, "account", old, new)?;
    rename::<TlsName>(tx, "account", old, new)?;
    rename::<TlsHost>(tx, "account", old, new)?;
    rename::<TlsExclusion>(tx, "account", old, new)?;
    rename::<TlsPreference>(tx, "account", old, new)?;
    rename::<TlsCheck>(tx, "account", old, new)?;
    rename::<TlsProblem>(tx, "account", old, new)?;
    rename::<Conversion>(tx, "source", old, new)?;
    rename::<Conversion>(tx, "target", old, new)?;
    rename::<Ipv6Address>(tx, "account", old, new)?;
    rename::<IntegrationLink>(tx, "account", old, new)?;
    rename::<IntegrationGroup>(tx, "account", old, new)?;
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
    let moved = |name: &DomainName| {
        let name = zones::moved(name.as_str(), &old, new);
        DomainName::of_site(&name).map_err(|problem| Error::param("domain", problem))
    };
    // Another domain of the account may lie below the main one; it and what is below it stays.
    let goes = |name: &DomainName| *name == old || name.is_within(&old);
    let rows = domains::of(change.tx(), &record.name)?;
    let stays = |name: &DomainName| {
        let further =
            |row: &&DomainRecord| matches!(row.kind, DomainKind::Addon | DomainKind::Parked);
        rows.iter().filter(further).any(|row| row.name == *name)
    };
    let below_main = |row: &DomainRecord| {
        row.kind == DomainKind::Sub && row.parent.as_ref().is_none_or(|parent| *parent == old)
    };
    for row in &rows {
        let mut after = row.clone();
        if row.name == old || (below_main(row) && goes(&row.name)) {
            after.name = moved(&row.name)?;
        }
        if let Some(parent) = row.parent.as_ref().filter(|parent| goes(parent) && !stays(parent)) {
            after.parent = Some(moved(parent)?);
        }
        if after.name != row.name {
            move_domain(change, row, after)?;
        } else if after != *row {
            change.save(&after)?;
        }
    }
    zones::rename(cx, change, &old, record)
}

fn move_domain(change: &mut Change<'_>, from: &DomainRecord, after: DomainRecord) -> Result<()> {
    let (tx, to) = (change.tx(), &after.name);
    if tx.find::<DomainRecord>(&[to.into()])?.is_some() {
        return Err(Error::new(
            Kind::Exists,
            format!("domain: the server already has the domain “{to}”."),
        ));
    }
    tx.delete::<Bandwidth>(&[is("domain", to)])?;
    tx.update::<Bandwidth>(&[("domain", Cell::from(to))], &[is("domain", &from.name)])?;
    tx.update::<Redirect>(&[("domain", Cell::from(to))], &[is("domain", &from.name)])?;
    ftp::follow::rename_domain(change, &from.name, to)?;
    people::follow::rename_domain(change.tx(), &from.name, to)?;
    mail::domains::rename(change, &from.name, to)?;
    domains::remove(change, &from.name)?;
    domains::add(change, &after)
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
