//! How many accounts, how much disk space and how much bandwidth a reseller may give. Only the
//! reseller is held to it: root may give more.

use api::{
    Cx, Error, Flag, Limit, Record, Result, UserName,
    records::{AccountCount, AccountRecord, PackageRecord, ResellerLimits, Tx, is},
};

use super::packages;
use crate::domain::{search::Search, traffic, zones};

/// What is set for a reseller; no limits where nothing is.
pub fn of(tx: &dyn Tx, name: &UserName) -> Result<ResellerLimits> {
    let found: Option<ResellerLimits> = tx.find(&[name.into()])?;
    let no = Flag(false);
    Ok(found.unwrap_or_else(|| ResellerLimits {
        name: name.clone(),
        accounts: Limit::UNLIMITED,
        has_resources: no,
        disk: Limit::UNLIMITED,
        bandwidth: Limit::UNLIMITED,
        oversells_disk: no,
        oversells_bandwidth: no,
        only_open_packages: no,
        counts_packages: no,
    }))
}

/// The parameters that errors name.
#[derive(Debug, Clone, Copy)]
pub struct Named {
    /// What makes one account more.
    pub account: &'static str,
    /// What says its package.
    pub package: &'static str,
    /// What says its disk space.
    pub disk: &'static str,
    /// What says its bandwidth.
    pub bandwidth: &'static str,
}

/// Refuses to make an account, to change it or to take it over where its owner would have more than
/// they may. It may be written already. What is less than before is never refused.
pub fn check(
    cx: &Cx<'_>,
    tx: &dyn Tx,
    before: Option<&AccountRecord>,
    after: &AccountRecord,
    named: Named,
) -> Result<()> {
    if cx.caller.is_rootlike() {
        return Ok(());
    }
    let limits = of(tx, &after.owner)?;
    let before = before.filter(|before| before.owner == after.owner);
    if before.is_none() {
        check_number(tx, &limits, named.account)?;
    }
    if before.is_none_or(|before| before.package != after.package) {
        check_package_number(tx, &limits, after, named.package)?;
    }
    for resource in resources(&limits) {
        let now = (resource.of_account)(after);
        if before.is_none_or(|before| is_more((resource.of_account)(before), now)) {
            let others = shares(tx, &after.owner, Some(&after.name))?;
            resource.check(cx, tx, &limits, &others, Some(now), (resource.named)(&named))?;
        }
    }
    Ok(())
}

/// Refuses a package that a reseller gives more than all their accounts together may have, or whose
/// accounts have too much with it; these follow it already.
pub fn check_package(
    cx: &Cx<'_>,
    tx: &dyn Tx,
    before: Option<&PackageRecord>,
    after: &PackageRecord,
) -> Result<()> {
    if cx.caller.is_rootlike() {
        return Ok(());
    }
    let limits = of(tx, &cx.caller.user)?;
    for resource in resources(&limits) {
        let now = (resource.of_package)(after);
        let is_raised = before.is_none_or(|before| is_more((resource.of_package)(before), now));
        if !is_raised || resource.oversells {
            continue;
        }
        resource.check(cx, tx, &limits, &[], Some(now), resource.param)?;
        let on_it = [is("owner", &cx.caller.user), is("package", &after.name)];
        if before.is_some() && tx.count::<AccountRecord>(&on_it)? > 0 {
            let all = shares(tx, &cx.caller.user, None)?;
            resource.check(cx, tx, &limits, &all, None, resource.param)?;
        }
    }
    Ok(())
}

fn check_number(tx: &dyn Tx, limits: &ResellerLimits, param: &str) -> Result<()> {
    let Limit(Some(most)) = limits.accounts else { return Ok(()) };
    let count: Option<AccountCount> = tx.find(&[(&limits.name).into()])?;
    if count.map_or(0, |count| count.accounts) < u64::from(most) {
        return Ok(());
    }
    let rule = format!("“{}” may have at most {most} accounts.", limits.name);
    Err(Error::denied(format!("{param}: {rule}")))
}

fn check_package_number(
    tx: &dyn Tx,
    limits: &ResellerLimits,
    account: &AccountRecord,
    param: &str,
) -> Result<()> {
    if !limits.counts_packages.0 {
        return Ok(());
    }
    let package = packages::of(tx, &limits.name, &account.package)?;
    let Limit(Some(most)) = package.accounts else { return Ok(()) };
    let on_it = [is("owner", &limits.name), is("package", &account.package)];
    if tx.count::<AccountRecord>(&on_it)? < u64::from(most) {
        return Ok(());
    }
    let (name, package) = (&limits.name, &account.package);
    let rule = format!("“{name}” may have at most {most} accounts on the package “{package}”.");
    Err(Error::denied(format!("{param}: {rule}")))
}

/// What an account has of the resources of its owner.
#[derive(Debug, Record)]
#[record(table = "accounts", key = "name")]
struct Share {
    name: UserName,
    quota: Limit,
    bandwidth: Limit,
    disk_used: u64,
}

/// What the accounts of an owner have, without one of them.
fn shares(tx: &dyn Tx, owner: &UserName, except: Option<&UserName>) -> Result<Vec<Share>> {
    let rows: Vec<Share> = tx.matching(vec![is("owner", owner)])?;
    Ok(rows.into_iter().filter(|row| Some(&row.name) != except).collect())
}

/// Disk space or bandwidth.
struct Resource {
    what: &'static str,
    /// The parameter of packages.
    param: &'static str,
    most: u32,
    oversells: bool,
    of_account: fn(&AccountRecord) -> Limit,
    of_package: fn(&PackageRecord) -> Limit,
    of_share: fn(&Share) -> Limit,
    named: fn(&Named) -> &'static str,
    used: fn(&Cx<'_>, &dyn Tx, &UserName, &[Share]) -> Result<u64>,
}

/// The resources that a reseller's limits count.
fn resources(limits: &ResellerLimits) -> Vec<Resource> {
    let mut resources = Vec::new();
    let ResellerLimits { has_resources, disk, bandwidth, .. } = limits;
    if let Some(most) = disk.0.filter(|_| has_resources.0) {
        resources.push(Resource {
            what: "disk space",
            param: "quota",
            most,
            oversells: limits.oversells_disk.0,
            of_account: |account| account.quota,
            of_package: |package| package.quota,
            of_share: |share| share.quota,
            named: |named| named.disk,
            used: |_, _, _, shares| {
                Ok(shares.iter().fold(0, |sum: u64, one| sum.saturating_add(one.disk_used)) >> 10)
            },
        });
    }
    if let Some(most) = bandwidth.0.filter(|_| has_resources.0) {
        resources.push(Resource {
            what: "bandwidth",
            param: "bwlimit",
            most,
            oversells: limits.oversells_bandwidth.0,
            of_account: |account| account.bandwidth,
            of_package: |package| package.bandwidth,
            of_share: |share| share.bandwidth,
            named: |named| named.bandwidth,
            used: |cx, tx, owner, _| served(cx, tx, owner),
        });
    }
    resources
}

/// What an owner's accounts served this month, in MiB.
fn served(cx: &Cx<'_>, tx: &dyn Tx, owner: &UserName) -> Result<u64> {
    let (year, month, _) = zones::today(cx.now())?;
    let search = Search::default();
    let traffic = traffic::of_month(tx, vec![is("owner", owner)], &search, (year, month))?;
    Ok(traffic.iter().fold(0, |sum: u64, one| sum.saturating_add(one.totalbytes)) >> 20)
}

impl Resource {
    /// Refuses where the shares, with one more, are over the limit; or, where it may be oversold,
    /// where that much is used.
    fn check(
        &self,
        cx: &Cx<'_>,
        tx: &dyn Tx,
        limits: &ResellerLimits,
        shares: &[Share],
        more: Option<Limit>,
        param: &str,
    ) -> Result<()> {
        let Self { what, most, .. } = self;
        let name = &limits.name;
        if self.oversells {
            let used = (self.used)(cx, tx, name, shares)?;
            if used < u64::from(*most) {
                return Ok(());
            }
            let rule = format!("the accounts of “{name}” use {used} MB of {most} MB of {what}.");
            return Err(Error::denied(format!("{param}: {rule}")));
        }
        let given =
            shares.iter().map(self.of_share).chain(more).try_fold(0_u64, |sum, share| {
                share.0.map(|number| sum.saturating_add(number.into()))
            });
        if given.is_some_and(|given| given <= u64::from(*most)) {
            return Ok(());
        }
        let given = given.map_or_else(|| "no limit".to_owned(), |given| format!("{given} MB"));
        let rule = format!("the accounts of “{name}” may have {most} MB of {what}, not {given}.");
        Err(Error::denied(format!("{param}: {rule}")))
    }
}

fn is_more(before: Limit, after: Limit) -> bool {
    match (before.0, after.0) {
        (None, _) => false,
        (Some(_), None) => true,
        (Some(before), Some(after)) => after > before,
    }
}
