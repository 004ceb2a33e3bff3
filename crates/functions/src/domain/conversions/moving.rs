//! What a conversion moves: the domain and what is below it become the new account's, with their
//! zones, redirects and mail; the folders of sites and mailboxes are copied, and the old ones stay.

use api::{
    Account, Cx, DomainName, Error, Result, Secret, UserName,
    records::{
        AccountRecord, Bandwidth, Conversion, DomainKind, DomainRecord, PackageRecord, Redirect,
        Subject, Tx, ZoneRecord, is,
    },
    zone::next_serial,
};

use super::belongings;
use crate::domain::{
    accounts::{creation, ids},
    addresses::{outside, sites, six},
    change::{Change, OnFailure},
    dns::places,
    domains::{Domains, subdomains},
    packages,
    resellers::addresses,
    zones,
};

/// Makes the new account with the domain as its main one, in one change: either account has it, and
/// never both.
pub(super) fn rows(cx: &Cx<'_>, conversion: &Conversion) -> Result<()> {
    let hash = cx.host.passwords.hash(&cx.random_text(26).map(Secret::new)?)?;
    let mut change = Change::begin(cx)?;
    if is_moved(change.tx(), conversion)? {
        return Ok(());
    }
    let source = account(change.tx(), &conversion.source)?;
    let package = packages::find(change.tx(), &conversion.package)?;
    let target = draft(cx, change.tx(), conversion, &source, &package)?;
    let domains = Domains::locked(change.tx(), &Account::for_reconciler(source.clone()))?;
    let addon = domains.get("domain", &conversion.domain)?;
    for row in domains.below(&addon.name).chain([addon]) {
        move_domain(cx, &mut change, row, addon, &source, &target)?;
    }
    let site = domains.site_of(addon);
    belongings::give_certificate(&mut change, addon, site, &target.name)?;
    if domains.names_of(&site.name).count() == 1 {
        let source = Account::for_reconciler(source.clone());
        subdomains::withdraw(cx, &mut change, &source, site)?;
    }
    let account = cx.new_account(target)?;
    creation::write_rows(cx, &mut change, &account, hash, package.digest_auth)?;
    change.commit(OnFailure::Undo)
}

/// Copies the folder of each site that the new account has, and those of its mailboxes.
pub(super) fn folders(cx: &Cx<'_>, conversion: &Conversion) -> Result<()> {
    let tx = cx.host.store.read()?;
    let (source, target) = (account(&*tx, &conversion.source)?, account(&*tx, &conversion.target)?);
    let domains = Domains::of(&*tx, &target.name)?;
    drop(tx);
    let (source, target) = (Account::for_reconciler(source), Account::for_reconciler(target));
    for row in domains.all() {
        let from = match row.document_root.strip_prefix(creation::MAIN_ROOT) {
            Some(below) if is_below(below) => format!("{}{below}", conversion.document_root),
            _ => row.document_root.clone(),
        };
        let (from, to) = ((&source, from.as_str()), (&target, row.document_root.as_str()));
        cx.host.os_users.copy_folder(from, to)?;
        let mail = format!("mail/{}", row.name);
        if cx.host.os_users.has_folder(&source, &mail)? {
            cx.host.os_users.copy_folder((&source, &mail), (&target, &mail))?;
        }
    }
    Ok(())
}

/// Whether this is done already: the server stopped before it was written down.
fn is_moved(tx: &dyn Tx, conversion: &Conversion) -> Result<bool> {
    let row: Option<DomainRecord> = tx.find(&[(&conversion.domain).into()])?;
    let main = |row: &DomainRecord| row.kind == DomainKind::Main;
    Ok(row.is_some_and(|row| row.account == conversion.target && main(&row)))
}

fn account(tx: &dyn Tx, name: &UserName) -> Result<AccountRecord> {
    let found: Option<AccountRecord> = tx.find(&[name.into()])?;
    found.ok_or_else(|| Error::not_found(format!("There is no account “{name}”.")))
}

/// The new account: the source's owner and contact, the package's limits.
fn draft(
    cx: &Cx<'_>,
    tx: &dyn Tx,
    conversion: &Conversion,
    source: &AccountRecord,
    package: &PackageRecord,
) -> Result<AccountRecord> {
    if package.dedicated_ip.0 {
        let rule = "the package gives an address of its own; choose one that does not.";
        return Err(Error::param("pkgname", rule));
    }
    let owner = source.owner.clone();
    let name = &conversion.target;
    let mut record = creation::draft(cx, name, conversion.domain.clone(), owner, package);
    record.host.clone_from(&source.host);
    record.ip = match &source.host {
        Some(_) => source.ip.clone(),
        None => addresses::shared(cx.host, tx, &record.owner)?,
    };
    record.email = source.email.clone();
    record.mx_check.clone_from(&source.mx_check);
    record.uid = ids::next(&cx.host.settings, tx)?;
    record.gid = record.uid;
    Ok(record)
}

fn move_domain(
    cx: &Cx<'_>,
    change: &mut Change<'_>,
    row: &DomainRecord,
    addon: &DomainRecord,
    source: &AccountRecord,
    target: &AccountRecord,
) -> Result<()> {
    let main = row.name == addon.name;
    let below = row.document_root.strip_prefix(addon.document_root.as_str());
    let document_root = match below.filter(|below| is_below(below)) {
        Some(below) => format!("{}{below}", creation::MAIN_ROOT),
        None => row.document_root.clone(),
    };
    let kind = if main { DomainKind::Main } else { row.kind };
    let parent = row.parent.clone().filter(|_| !main);
    let account = target.name.clone();
    change.save(&DomainRecord { account, kind, document_root, parent, ..row.clone() })?;
    change.touch(Subject::Site(row.name.clone()));
    move_zone(cx, change, &row.name, source, target)?;
    belongings::give(change, &row.name, &target.name)?;
    let redirects: Vec<Redirect> = change.tx().matching(vec![is("domain", &row.name)])?;
    for redirect in redirects {
        change.save(&Redirect { account: target.name.clone(), ..redirect })?;
    }
    let served: Vec<Bandwidth> = change.tx().matching(vec![is("domain", &row.name)])?;
    for month in served {
        change.save(&Bandwidth { account: target.name.clone(), ..month })?;
    }
    Ok(())
}

fn is_below(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with('/')
}

/// Makes a zone the new account's, and puts its address where the old one's was.
fn move_zone(
    cx: &Cx<'_>,
    change: &mut Change<'_>,
    name: &DomainName,
    source: &AccountRecord,
    target: &AccountRecord,
) -> Result<()> {
    let Some(mut zone) = zones::locked(change.tx(), name)? else { return Ok(()) };
    if zone.soa.account.as_ref() != Some(&source.name) {
        return Ok(());
    }
    let before = outside::public(change.tx(), &source.ip)?;
    let after = outside::public(change.tx(), &target.ip)?;
    for line in &mut zone.lines {
        let old = line.clone();
        sites::move_line(line, &before, &after);
        if *line != old {
            change.save(line)?;
        }
    }
    let six = six::of(change.tx(), &source.name)?.map(|six| six.to_string());
    for line in zone.lines.iter().filter(|line| Some(&line.value) == six.as_ref()) {
        places::remove(change, line)?;
    }
    zone.soa.serial = next_serial(zone.soa.serial, zones::today(cx.now())?);
    change.save(&ZoneRecord { account: Some(target.name.clone()), ..zone.soa })?;
    change.touch(Subject::Zone(name.clone()));
    Ok(())
}
