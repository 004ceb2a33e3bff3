//! Who must change the password, as the page that asks for it shows them.

use std::collections::{BTreeMap, BTreeSet};

use api::{
    DomainName, Flag, Host, Result, UserName,
    function::Scope,
    records::{AccountRecord, Cell, Login, LoginKind, Select, Tx, Where, is},
};

/// How many names one question to the store carries at the most.
const AT_ONCE: usize = 500;

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
    let mut rows = with_domains(tx, flagged, true)?;
    rows.extend(with_domains(tx, calm, false)?);
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
            ForcedAccount { name: row.name, domain: row.domain, owner: row.owner, pending }
        })
        .collect();
    rows.sort_by_key(|row| !row.pending);
    let (accounts, pending) = (count(rows.len()), count(flagged.len()));
    let (skip, most) = (place(skip), place(most));
    let rows = rows.into_iter().skip(skip).take(most).collect();
    Ok(Forced { rows, accounts, pending })
}

fn flagged(tx: &dyn Tx, names: &[UserName]) -> Result<BTreeSet<UserName>> {
    let mut flagged = BTreeSet::new();
    for some in names.chunks(AT_ONCE) {
        let among = Where::In("name", some.iter().map(Cell::from).collect());
        let logins: Vec<Login> = tx.matching(vec![among, is("must_change", &Flag(true))])?;
        flagged.extend(logins.into_iter().map(|login| login.name));
    }
    Ok(flagged)
}

fn with_domains(tx: &dyn Tx, names: Vec<UserName>, pending: bool) -> Result<Vec<ForcedAccount>> {
    let mut rows = Vec::new();
    for some in names.chunks(AT_ONCE) {
        let among = Where::In("name", some.iter().map(Cell::from).collect());
        let accounts: Vec<AccountRecord> = tx.matching(vec![among])?;
        rows.extend(accounts.into_iter().map(|row| ForcedAccount {
            name: row.name,
            domain: row.domain,
            owner: row.owner,
            pending,
        }));
    }
    Ok(rows)
}

fn count(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

fn place(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
