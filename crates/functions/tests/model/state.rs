//! The whole state against the reference: what lists say, the rows of the store, the machine.

use std::collections::{BTreeMap, BTreeSet};

use api::{
    Secret, UserName,
    records::{
        AccountCount, AccountRecord, Bandwidth, DomainAbove, DomainRecord, FeatureOverride,
        ForcedChange, JournalEntry, Login, LoginKind, PackageRecord, Personal, Record, ResellerAcl,
        ResellerRecord, SessionRecord, TokenRecord, TrackedId, Tx, ZoneLine, ZoneRecord,
    },
};
use functions::domain::apply;
use serde_json::json;

use crate::{
    reference::{Account, Reference},
    same,
    world::World,
};

/// Compares all there is; the error says where they part.
pub(crate) fn compare(world: &World, reference: &Reference) -> Result<(), String> {
    let tx = world.host.store.read().unwrap();
    same("open journal entries", &rows::<JournalEntry>(&*tx).len(), &0)?;
    accounts(&*tx, reference)?;
    logins(world, &*tx, reference)?;
    names_of_accounts(&*tx, reference)?;
    packages(&*tx, reference)?;
    traces(&*tx, reference)?;
    drop(tx);
    machine(world, reference)?;
    lists(world, reference)
}

fn rows<T: Record>(tx: &dyn Tx) -> Vec<T> {
    tx.matching(Vec::new()).unwrap()
}

fn set<T: Record>(tx: &dyn Tx, name: impl Fn(T) -> String) -> BTreeSet<String> {
    rows(tx).into_iter().map(name).collect()
}

fn keys<V>(map: &BTreeMap<String, V>) -> BTreeSet<String> {
    map.keys().cloned().collect()
}

fn accounts(tx: &dyn Tx, reference: &Reference) -> Result<(), String> {
    let found: Vec<AccountRecord> = rows(tx);
    let names: BTreeSet<String> = found.iter().map(|row| row.name.to_string()).collect();
    same("accounts", &names, &keys(&reference.accounts))?;
    for row in found {
        let (name, home) = (row.name.to_string(), format!("/home/{}", row.name));
        same(&format!("the home of {name}"), &row.home, &home)?;
        same(&format!("the former name of {name}"), &row.formerly, &None)?;
        same(&format!("the databases of {name}"), &row.database_owner, &name)?;
    }
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    for account in reference.accounts.values() {
        *counts.entry(account.owner.clone()).or_default() += 1;
    }
    let kept = rows::<AccountCount>(tx).into_iter().filter(|row| row.accounts != 0);
    let kept = kept.map(|row| (row.owner.to_string(), row.accounts)).collect();
    same("account counts", &kept, &counts)?;
    same("ids that are not given again", &rows::<TrackedId>(tx).len(), &(2 * reference.removed))
}

fn logins(world: &World, tx: &dyn Tx, reference: &Reference) -> Result<(), String> {
    let found: Vec<Login> = rows(tx);
    let names: BTreeSet<String> = found.iter().map(|row| row.name.to_string()).collect();
    same("logins", &names, &keys(&reference.logins))?;
    for row in found {
        let wanted = &reference.logins[row.name.as_str()];
        let password = Secret::new(wanted.password.to_owned());
        let right = world.host.passwords.verify(&password, Some(&row.password)).unwrap();
        let found = (right, world.must_change(row.name.as_str()), row.kind == LoginKind::Account);
        let wanted = (true, wanted.must_change, wanted.has_account);
        same(&format!("the login {}", row.name), &found, &wanted)?;
    }
    let flagged = rows::<ForcedChange>(tx).into_iter().map(|row| row.name.to_string()).collect();
    let wanted = reference.logins.iter().filter(|(_, login)| login.must_change);
    same(
        "who must change",
        &flagged,
        &wanted.map(|(name, _)| name.clone()).collect::<BTreeSet<_>>(),
    )?;
    let resellers = set::<ResellerRecord>(tx, |row| row.name.to_string());
    same("resellers", &resellers, &keys(&reference.resellers))?;
    let granted = set::<ResellerAcl>(tx, |row| format!("{} {}", row.name, row.acl.as_str()));
    let wanted = reference.resellers.iter();
    let wanted = wanted.flat_map(|(name, acls)| acls.iter().map(move |acl| (name, acl)));
    let wanted = wanted.map(|(name, acl)| format!("{name} {}", acl.as_str())).collect();
    same("privileges", &granted, &wanted)
}

fn names_of_accounts(tx: &dyn Tx, reference: &Reference) -> Result<(), String> {
    let found = set::<DomainRecord>(tx, |row| format!("{} {}", row.name, row.account));
    let wanted = reference.accounts.iter();
    let wanted = wanted.map(|(name, account)| format!("{} {name}", account.domain)).collect();
    same("domains", &found, &wanted)?;
    let above = set::<DomainAbove>(tx, |row| format!("{} {}", row.above, row.domain));
    let wanted = reference.accounts.values().flat_map(|account| {
        let mut labels: Vec<&str> = account.domain.splitn(8, '.').collect();
        let mut above = Vec::new();
        while labels.len() > 2 {
            labels.remove(0);
            above.push(format!("{} {}", labels.join("."), account.domain));
        }
        above
    });
    same("names above domains", &above, &wanted.collect())?;
    let owner = |row: ZoneRecord| (row.name.to_string(), row.account.map(|name| name.to_string()));
    let zones: BTreeMap<_, _> = rows(tx).into_iter().map(owner).collect();
    same("zones", &zones, &reference.zones)?;
    let lines = set::<ZoneLine>(tx, |row| row.zone.to_string());
    same("zones with records", &lines, &keys(&reference.zones))
}

fn packages(tx: &dyn Tx, reference: &Reference) -> Result<(), String> {
    let found = rows::<PackageRecord>(tx).into_iter();
    let found: BTreeMap<_, _> =
        found.map(|row| (row.name.to_string(), (row.owner.to_string(), row.quota.0))).collect();
    let wanted = reference
        .packages
        .iter()
        .map(|(name, package)| (name.clone(), (package.owner.clone(), package.limits.quota)));
    same("packages", &found, &wanted.collect())?;
    let orphan = |owner: &str| owner != "root" && !reference.resellers.contains_key(owner);
    same("packages of nobody", &found.values().any(|(owner, _)| orphan(owner)), &false)
}

/// What use of accounts left: it goes with them, and some of it before.
fn traces(tx: &dyn Tx, reference: &Reference) -> Result<(), String> {
    let wanted = |holds: fn(&Account) -> bool| -> BTreeSet<String> {
        let holding = reference.accounts.iter().filter(|(_, account)| holds(account));
        holding.map(|(name, _)| name.clone()).collect()
    };
    let used = wanted(|account| account.traces.kept);
    same("kept values", &set::<Personal>(tx, |row| row.user_name.to_string()), &used)?;
    same("overrides", &set::<FeatureOverride>(tx, |row| row.account.to_string()), &used)?;
    let traffic = set::<Bandwidth>(tx, |row| format!("{} {}", row.account, row.domain));
    let domain = |name: &String| format!("{name} {}", reference.accounts[name].domain);
    same("traffic", &traffic, &used.iter().map(domain).collect())?;
    let sessions = set::<SessionRecord>(tx, |row| row.user_name.to_string());
    same("sessions", &sessions, &wanted(|account| account.traces.session))?;
    let tokens = set::<TokenRecord>(tx, |row| row.user_name.to_string());
    same("tokens", &tokens, &wanted(|account| account.traces.token))
}

fn machine(world: &World, reference: &Reference) -> Result<(), String> {
    same("drift", &apply::drift(&world.host).unwrap(), &Vec::new())?;
    for (name, account) in &reference.accounts {
        let user: UserName = name.parse().unwrap();
        let wanted = &reference.logins[name];
        let login = world.machine.login(&user).unwrap().ok_or(format!("no user {name}"))?;
        let password = Secret::new(wanted.password.to_owned());
        let right = world.host.passwords.verify(&password, Some(&login.password)).unwrap();
        let found = (right, login.locked, login.expired);
        let wanted = (true, account.suspended.is_some(), wanted.must_change);
        same(&format!("the machine's user {name}"), &found, &wanted)?;
        let site = world.machine.site(&account.domain).unwrap();
        let site = site.ok_or(format!("no site {}", account.domain))?;
        let found = (site.account.to_string(), site.suspended);
        let wanted = (name.clone(), account.suspended.is_some());
        same(&format!("the site {}", account.domain), &found, &wanted)?;
    }
    Ok(())
}

fn lists(world: &World, reference: &Reference) -> Result<(), String> {
    let resellers = reference.resellers.keys().map(String::as_str);
    for caller in resellers.chain(["root"]) {
        let wanted = json!({"acct": reference.listed(caller)});
        if reference.may(caller, api::Acl::ListAccts) {
            let found = world.data(caller, "listaccts", &[]);
            crate::holds(&format!("what {caller} lists"), &found, &wanted)?;
        }
    }
    Ok(())
}
