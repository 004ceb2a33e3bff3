//! Who must change the password, as the page that asks for it shows them.

use std::collections::{BTreeMap, BTreeSet};

use api::{
    DomainName, Host, Result, UserName,
    function::Scope,
    records::{AccountRecord, Login, LoginKind, Select, Tx, is},
};

/// A part of the accounts, those that must change the password first, each by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forced {
    /// The part asked for.
    pub rows: Vec<ForcedAccount>,
    /// How many accounts there are.
    pub accounts: u64,
    /// How many of them must change the password.
    pub pending: u64,
}

/// An account, and whether its user must change the password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForcedAccount {
    /// The user.
    pub name: UserName,
    /// The main domain.
    pub domain: DomainName,
    /// Who owns it.
    pub owner: UserName,
    /// Whether the next login must change the password.
    pub pending: bool,
}

/// Reads `most` accounts of the scope after the first `skip`.
pub fn list(host: &Host, scope: &Scope, skip: u64, most: u64) -> Result<Forced> {
    let tx = host.store.read()?;
    match scope.owner() {
        None => of_all(&*tx, skip, most),
        Some(owner) => of_owner(&*tx, owner, skip, most),
    }
}

fn of_all(tx: &dyn Tx, skip: u64, most: u64) -> Result<Forced> {
    let kind = LoginKind::Account;
    let filter = |pending: i64| vec![is("kind", &kind), is("must_change", pending)];
    let (pending, others) = (tx.count::<Login>(&filter(1))?, tx.count::<Login>(&filter(0))?);
    let part = |flag: i64, skip: u64, most: u64| -> Result<Vec<UserName>> {
        let order = vec![("name", false)];
        let window = Some((skip, most));
        let logins: Vec<Login> = tx.list(&Select { filter: filter(flag), order, window })?;
        Ok(logins.into_iter().map(|login| login.name).collect())
    };
    let flagged = part(1, skip, most)?;
    let left = most - u64::try_from(flagged.len()).unwrap_or(most);
    let calm = if left == 0 { Vec::new() } else { part(0, skip.saturating_sub(pending), left)? };
    let mut rows = with_domains(tx, &flagged, true)?;
    rows.extend(with_domains(tx, &calm, false)?);
    Ok(Forced { rows, accounts: pending + others, pending })
}

fn of_owner(tx: &dyn Tx, owner: &UserName, skip: u64, most: u64) -> Result<Forced> {
    let mut accounts: BTreeMap<UserName, AccountRecord> = BTreeMap::new();
    for filter in [is("owner", owner), is("name", owner)] {
        let rows: Vec<AccountRecord> = tx.matching(vec![filter])?;
        accounts.extend(rows.into_iter().map(|row| (row.name.clone(), row)));
    }
    let names: Vec<UserName> = accounts.keys().cloned().collect();
    let flagged = flagged(tx, &names)?;
    let mut rows: Vec<ForcedAccount> = accounts
        .into_values()
        .map(|row| {
            let pending = flagged.contains(&row.name);
            ForcedAccount::of(row, pending)
        })
        .collect();
    rows.sort_by_key(|row| !row.pending);
    let (accounts, pending) = (count(rows.len()), count(flagged.len()));
    let (skip, most) = (place(skip), place(most));
    let rows = rows.into_iter().skip(skip).take(most).collect();
    Ok(Forced { rows, accounts, pending })
}

fn flagged(tx: &dyn Tx, names: &[UserName]) -> Result<BTreeSet<UserName>> {
    let logins: Vec<Login> = tx.among("name", names)?;
    Ok(logins.into_iter().filter(|login| login.must_change.0).map(|login| login.name).collect())
}

fn with_domains(tx: &dyn Tx, names: &[UserName], pending: bool) -> Result<Vec<ForcedAccount>> {
    let accounts: Vec<AccountRecord> = tx.among("name", names)?;
    Ok(accounts.into_iter().map(|row| ForcedAccount::of(row, pending)).collect())
}

impl ForcedAccount {
    fn of(row: AccountRecord, pending: bool) -> Self {
        Self { name: row.name, domain: row.domain, owner: row.owner, pending }
    }
}

fn count(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

fn place(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::World;

    fn world() -> World {
        let world = World::new().account("rita", "root").reseller("rita", &[]);
        let world = world.account("anna", "rita").account("bert", "root").account("cora", "rita");
        let users = r#"{"bert":1,"cora":1}"#;
        world.call("root", "forcepasswordchange", &[("users_json", users)]).unwrap();
        world
    }

    fn names(world: &World, user: &str, skip: u64, most: u64) -> (Vec<String>, u64, u64) {
        let scope = Scope::of(&world.caller(user));
        let part = list(&world.host, &scope, skip, most).unwrap();
        let mark = |row: &ForcedAccount| if row.pending { "!" } else { "" };
        let names = part.rows.iter().map(|row| format!("{}{}", row.name, mark(row)));
        (names.collect(), part.accounts, part.pending)
    }

    #[test]
    fn those_who_must_change_come_first() {
        let world = world();
        let all = ["bert!", "cora!", "anna", "rita"].map(str::to_owned);
        assert_eq!(names(&world, "root", 0, 10), (all.to_vec(), 4, 2));
        for (skip, most) in [(0, 2), (1, 2), (2, 2), (3, 5), (4, 1)] {
            let [from, end] = [skip, skip + most].map(|number| place(number).min(4));
            assert_eq!(names(&world, "root", skip, most).0, all[from..end], "{skip} {most}");
        }
    }

    #[test]
    fn a_reseller_sees_their_own_accounts_only() {
        let (found, accounts, pending) = names(&world(), "rita", 0, 10);
        assert_eq!(found, ["cora!", "anna", "rita"]);
        assert_eq!((accounts, pending), (3, 1));
        assert_eq!(names(&world(), "rita", 1, 1).0, ["anna"]);
    }
}
