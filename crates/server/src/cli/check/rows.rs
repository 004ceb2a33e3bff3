//! Whether the rows of the store fit one another.

use std::{collections::BTreeMap, ops::ControlFlow};

use api::{
    DomainName, Result, UserName,
    records::{
        AccountCount, AccountRecord, DatabaseGrant, DatabaseRecord, DatabaseUser, DomainKind,
        DomainRecord, Login, LoginKind, Record, Select, Tx, ZoneRecord,
    },
};

/// What of an account the other rows must fit.
struct Known {
    domain: DomainName,
    owner: UserName,
}

/// Adds a line for each row that does not fit.
pub(super) fn check(tx: &dyn Tx, violations: &mut Vec<String>) -> Result<()> {
    let mut accounts = BTreeMap::new();
    each(tx, |row: AccountRecord| {
        accounts.insert(row.name, Known { domain: row.domain, owner: row.owner });
    })?;
    for (name, known) in &accounts {
        account(tx, name, known, violations)?;
    }
    let mut parents = BTreeMap::new();
    each(tx, |domain: DomainRecord| {
        if !accounts.contains_key(&domain.account) {
            let (name, account) = (&domain.name, &domain.account);
            violations.push(format!("domain {name}: its account {account} is not there"));
        }
        parents.insert(domain.name, (domain.account, domain.parent));
    })?;
    for (name, (account, parent)) in &parents {
        let held = |parent: &DomainName| parents.get(parent).is_some_and(|(of, _)| of == account);
        if let Some(parent) = parent.as_ref().filter(|parent| !held(parent)) {
            violations.push(format!("domain {name}: its account has no domain {parent}"));
        }
    }
    each(tx, |login: Login| {
        if login.kind == LoginKind::Account && !accounts.contains_key(&login.name) {
            violations.push(format!("login {}: its account is not there", login.name));
        }
    })?;
    databases(tx, &accounts, violations)?;
    counts(tx, &accounts, violations)
}

/// Databases and their users must have an account, and what is granted must be of its own.
fn databases(
    tx: &dyn Tx,
    accounts: &BTreeMap<UserName, Known>,
    violations: &mut Vec<String>,
) -> Result<()> {
    let mut owners = BTreeMap::new();
    each(tx, |row: DatabaseRecord| {
        drop(owners.insert((row.engine, row.name, false), row.account));
    })?;
    each(tx, |row: DatabaseUser| drop(owners.insert((row.engine, row.name, true), row.account)))?;
    for ((_, name, is_user), account) in &owners {
        if !accounts.contains_key(account) {
            let kind = if *is_user { "database user" } else { "database" };
            violations.push(format!("{kind} {name}: its account {account} is not there"));
        }
    }
    each(tx, |grant: DatabaseGrant| {
        let DatabaseGrant { engine, database, user_name, account, .. } = grant;
        let of = |key| owners.get(&key) == Some(&account);
        if !of((engine, database.clone(), false)) || !of((engine, user_name.clone(), true)) {
            violations.push(format!(
                "grant of {user_name} on {database}: not both are of the account {account}"
            ));
        }
    })
}

fn account(
    tx: &dyn Tx,
    name: &UserName,
    known: &Known,
    violations: &mut Vec<String>,
) -> Result<()> {
    let mut wrong = |problem: String| violations.push(format!("account {name}: {problem}"));
    match tx.find::<Login>(&[name.into()])? {
        Some(login) if login.kind == LoginKind::Account => {}
        Some(_) => wrong("its login is not an account's".to_owned()),
        None => wrong("it has no login".to_owned()),
    }
    let domain = &known.domain;
    match tx.find::<DomainRecord>(&[domain.into()])? {
        Some(row) if row.account == *name && row.kind == DomainKind::Main => {}
        Some(_) => wrong(format!("its domain {domain} is another's or not its main one")),
        None => wrong(format!("its domain {domain} has no row")),
    }
    match tx.find::<ZoneRecord>(&[domain.into()])? {
        Some(zone) if zone.account.as_ref() == Some(name) => {}
        Some(_) => wrong(format!("the zone {domain} is another's")),
        None => wrong(format!("its domain {domain} has no zone")),
    }
    let owner = &known.owner;
    // Who is no reseller any more keeps their accounts.
    let known_owner =
        owner.is_root() || owner == name || tx.find::<Login>(&[owner.into()])?.is_some();
    if !known_owner {
        wrong(format!("its owner {owner} is no user"));
    }
    Ok(())
}

/// Compares the counts that are kept with what there is.
fn counts(
    tx: &dyn Tx,
    accounts: &BTreeMap<UserName, Known>,
    violations: &mut Vec<String>,
) -> Result<()> {
    let mut counted: BTreeMap<UserName, u64> = BTreeMap::new();
    for known in accounts.values() {
        *counted.entry(known.owner.clone()).or_default() += 1;
    }
    let mut kept = BTreeMap::new();
    each(tx, |row: AccountCount| {
        kept.insert(row.owner, row.accounts);
    })?;
    let mut owners: Vec<&UserName> = counted.keys().chain(kept.keys()).collect();
    owners.sort_unstable();
    owners.dedup();
    for owner in owners {
        let is = counted.get(owner).copied().unwrap_or_default();
        let said = kept.get(owner).copied().unwrap_or_default();
        if is != said {
            violations
                .push(format!("count of {owner}: it says {said}, and there are {is} accounts"));
        }
    }
    Ok(())
}

fn each<T: Record>(tx: &dyn Tx, mut act: impl FnMut(T)) -> Result<()> {
    tx.each(&Select::default(), &mut |row| {
        act(row);
        Ok(ControlFlow::Continue(()))
    })
}

#[cfg(test)]
mod tests {
    use api::{DatabaseName, Engine, Privileges, records::is};

    use super::*;
    use crate::cli::seed;

    fn violations(host: &api::Host) -> Vec<String> {
        let mut violations = Vec::new();
        check(&*host.store.read().unwrap(), &mut violations).unwrap();
        violations
    }

    #[test]
    fn each_row_that_is_missing_or_wrong_is_told() {
        let (host, machine, _clock) = adapters::embedded::testing::host();
        seed::tests::fill(&host, &machine, 4);
        assert_eq!(violations(&host), Vec::<String>::new());
        let accounts: Vec<AccountRecord> = host.store.read().unwrap().matching(Vec::new()).unwrap();
        let account = &accounts[0];
        let tx = host.store.write().unwrap();
        tx.delete::<Login>(&[is("name", &account.name)]).unwrap();
        tx.delete::<ZoneRecord>(&[is("name", &account.domain)]).unwrap();
        tx.delete::<DomainRecord>(&[is("name", &accounts[1].domain)]).unwrap();
        tx.delete::<AccountRecord>(&[is("name", &accounts[2].name)]).unwrap();
        tx.commit().unwrap();
        let found = violations(&host).join("\n");
        for line in [
            format!("account {}: it has no login", account.name),
            format!("account {}: its domain {} has no zone", account.name, account.domain),
            format!("its domain {} has no row", accounts[1].domain),
            format!("domain {}: its account", accounts[2].domain),
            format!("login {}: its account is not there", accounts[2].name),
            format!("count of {}: it says", accounts[2].owner),
        ] {
            assert!(found.contains(&line), "{line} is missing in:\n{found}");
        }
    }

    #[test]
    fn databases_without_an_account_and_grants_on_anothers_are_told() {
        let (host, machine, _clock) = adapters::embedded::testing::host();
        seed::tests::fill(&host, &machine, 1);
        let accounts: Vec<AccountRecord> = host.store.read().unwrap().matching(Vec::new()).unwrap();
        let (engine, account) = (Engine::Mysql, accounts[0].name.clone());
        let ghost: UserName = "ghost".parse().unwrap();
        let name = |text: &str| text.parse::<DatabaseName>().unwrap();
        let tx = host.store.write().unwrap();
        for (text, account) in [("own", &account), ("lost", &ghost)] {
            let (name, account) = (name(text), account.clone());
            tx.insert(&DatabaseRecord { engine, name, formerly: None, account }).unwrap();
        }
        let password = String::new();
        let user = DatabaseUser { engine, name: name("u"), account: account.clone(), password };
        tx.insert(&user).unwrap();
        for database in ["own", "lost"] {
            let (database, user_name) = (name(database), name("u"));
            let (account, privileges) = (account.clone(), Privileges::all());
            let grant = DatabaseGrant { engine, database, user_name, account, privileges };
            tx.insert(&grant).unwrap();
        }
        tx.commit().unwrap();
        let found = violations(&host);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[0].starts_with("database lost: its account ghost"), "{found:?}");
        assert!(found[1].starts_with("grant of u on lost: not both"), "{found:?}");
    }
}
