//! Whose a zone is: its account's, and so of those who may act on that. A zone without an account
//! is root's alone.

use api::{
    Account, Cx, DomainName, Error, Param, Result, Type, UserName,
    form::one,
    records::{AccountRecord, Select, Tx, ZoneRecord, is},
    zone::Zone,
};

use crate::domain::zones;

/// A zone by the name of its file: `example.test.db`, or the bare name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ZoneFile(pub DomainName);

impl Param for ZoneFile {
    const TYPE: Type = Type::Text;
    fn read(texts: &[&str]) -> Result<Self, String> {
        let file = one(texts)?;
        file.strip_suffix(".db").unwrap_or(file).parse().map(Self)
    }
}

/// The one of two parameters that names a zone.
pub fn named(domain: Option<DomainName>, file: Option<ZoneFile>) -> Result<DomainName> {
    let named = domain.or(file.map(|file| file.0));
    named.ok_or_else(|| Error::param("domain", "is required, or zone in its place"))
}

/// The start of the zone `name`, if the caller may act on it; another's is as good as absent.
pub fn start(cx: &Cx<'_>, tx: &dyn Tx, name: &DomainName) -> Result<ZoneRecord> {
    let zone: Option<ZoneRecord> = tx.find(&[name.into()])?;
    match zone {
        Some(zone) if may_act_on(cx, tx, &zone)? => Ok(zone),
        _ => Err(Error::not_found(format!("There is no zone “{name}”."))),
    }
}

/// The zone `name` with its records, if the caller may act on it.
pub fn zone(cx: &Cx<'_>, name: &DomainName) -> Result<Zone> {
    let tx = cx.host.store.read()?;
    start(cx, &*tx, name)?;
    zones::find(&*tx, name)?.ok_or_else(|| Error::not_found(format!("There is no zone “{name}”.")))
}

fn may_act_on(cx: &Cx<'_>, tx: &dyn Tx, zone: &ZoneRecord) -> Result<bool> {
    Ok(match &zone.account {
        _ if cx.caller.is_rootlike() => true,
        Some(account) if *account == cx.caller.user => true,
        Some(account) => !cx.accounts(tx, std::slice::from_ref(account))?.is_empty(),
        None => false,
    })
}

/// The account that is to have a new zone: the one named, or the caller's own, if there is one.
pub fn owner_of_new(
    cx: &Cx<'_>,
    tx: &dyn Tx,
    named: Option<&UserName>,
) -> Result<Option<UserName>> {
    match named {
        Some(root) if root.is_root() && cx.caller.is_rootlike() => Ok(None),
        Some(name) => {
            let account: Result<Account> = cx.account(tx, name);
            let unknown = |_| Error::param("trueowner", format!("there is no account “{name}”"));
            account.map(|account| Some(account.name().clone())).map_err(unknown)
        }
        None if cx.caller.user.is_root() => Ok(None),
        None => Ok(Some(cx.caller.user.clone())),
    }
}

/// The names of the zones that the caller may act on, in order.
pub fn names(cx: &Cx<'_>, tx: &dyn Tx) -> Result<Vec<DomainName>> {
    let scope = cx.scope();
    if scope.owner().is_none() {
        let zones: Vec<ZoneRecord> = tx.matching(vec![])?;
        return Ok(zones.into_iter().map(|zone| zone.name).collect());
    }
    let filter = scope.filter();
    let accounts: Vec<AccountRecord> = tx.list(&Select { filter, ..Select::default() })?;
    let mut owners: Vec<UserName> = accounts.into_iter().map(|account| account.name).collect();
    if !owners.contains(&cx.caller.user) {
        owners.push(cx.caller.user.clone());
    }
    let zones: Vec<ZoneRecord> =
        tx.among("account", &owners.iter().map(|owner| Some(owner.clone())).collect::<Vec<_>>())?;
    let mut names: Vec<DomainName> = zones.into_iter().map(|zone| zone.name).collect();
    names.sort();
    Ok(names)
}

/// The names of the zones of the caller's own account, in order.
pub fn own_names(cx: &Cx<'_>, tx: &dyn Tx) -> Result<Vec<DomainName>> {
    let zones: Vec<ZoneRecord> = tx.matching(vec![is("account", &cx.caller.user)])?;
    Ok(zones.into_iter().map(|zone| zone.name).collect())
}

/// The zone that a name is in: of those at and above it, the lowest.
pub fn holding(tx: &dyn Tx, name: &DomainName) -> Result<Option<ZoneRecord>> {
    for name in std::iter::successors(Some(name.clone()), DomainName::parent) {
        let zone: Option<ZoneRecord> = tx.first(vec![is("name", &name)])?;
        if zone.is_some() {
            return Ok(zone);
        }
    }
    Ok(None)
}

/// Refuses a name above which another owner has a zone: answers for it would be taken from there.
pub fn check_above(cx: &Cx<'_>, tx: &dyn Tx, param: &str, name: &DomainName) -> Result<()> {
    match holding(tx, name)? {
        Some(above) if !may_act_on(cx, tx, &above)? => {
            Err(Error::denied(format!("{param}: “{name}” is below a zone of another owner.")))
        }
        _ => Ok(()),
    }
}
