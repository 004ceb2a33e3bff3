//! Who must change the password at the next login, and how the page that asks for it shows them.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::ControlFlow,
};

use api::{
    DomainName, Host, Result, UserName,
    function::Scope,
    records::{
        AccountRecord, Cell, ForcedChange, Login, LoginKind, MOST_VALUES, Select, Tx, Where, is,
    },
};

use super::{account_list, change::Change};

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

/// Whether the next login of that user must choose a new password.
pub fn is_pending(tx: &dyn Tx, kind: LoginKind, name: &UserName) -> Result<bool> {
    let found: Option<ForcedChange> = tx.find(&[(&kind).into(), name.into()])?;
    Ok(found.is_some())
}

/// The accounts among these whose next login must.
pub fn among(tx: &dyn Tx, names: &[UserName]) -> Result<BTreeSet<UserName>> {
    let kind = LoginKind::Account;
    let mut found = BTreeSet::new();
    for some in names.chunks(MOST_VALUES) {
        let names = Where::In("name", some.iter().map(Into::into).collect());
        let rows: Vec<ForcedChange> = tx.matching(vec![is("kind", &kind), names])?;
        found.extend(rows.into_iter().map(|row| row.name));
    }
    Ok(found)
}

/// Of each of these accounts that is still there, whether its next login must.
pub(super) fn standing(tx: &dyn Tx, names: Vec<UserName>) -> Result<Vec<(UserName, bool)>> {
    // Most often all of them were flagged just now: to count them costs a fourth of what reading them does.
    if all_pending(tx, &names)? {
        return Ok(names.into_iter().map(|name| (name, true)).collect());
    }
    let pending = among(tx, &names)?;
    let (pending, rest): (Vec<_>, Vec<_>) =
        names.into_iter().partition(|name| pending.contains(name));
    let rest: Vec<Named> = tx.among("name", &rest)?;
    let rest = rest.into_iter().map(|account| (account.name, false));
    Ok(pending.into_iter().map(|name| (name, true)).chain(rest).collect())
}

/// Whether the next login of each of these accounts must; none of them is named twice.
fn all_pending(tx: &dyn Tx, names: &[UserName]) -> Result<bool> {
    for some in names.chunks(MOST_VALUES) {
        let these = Where::In("name", some.iter().map(Into::into).collect());
        let pending = tx.count::<ForcedChange>(&[is("kind", &LoginKind::Account), these])?;
        if pending != count(some.len()) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Says that the next login of these users of a kind must. Taken back with nothing: the caller's
/// change goes forward.
pub fn flag(tx: &dyn Tx, kind: LoginKind, names: &[Cell<'_>]) -> Result<()> {
    tx.insert_all::<ForcedChange>(("name", names), &[("kind", (&kind).into())])
}

/// The user has chosen a new password.
pub fn met(change: &mut Change<'_>, login: &Login) -> Result<()> {
    change.remove::<ForcedChange>(&[is("kind", &login.kind), is("name", &login.name)]).map(drop)
}

/// The user is gone.
pub fn forget(tx: &dyn Tx, name: &UserName) -> Result<()> {
    for kind in [LoginKind::Account, LoginKind::Reseller] {
        tx.delete::<ForcedChange>(&[is("kind", &kind), is("name", name)])?;
    }
    Ok(())
}

/// Reads `most` accounts of the scope after the first `skip`.
pub fn list(host: &Host, scope: &Scope, skip: u64, most: u64) -> Result<Forced> {
    let tx = host.store.read()?;
    match scope.owner() {
        None => of_all(&*tx, scope, skip, most),
        Some(owner) => of_owner(&*tx, owner, skip, most),
    }
}

fn of_all(tx: &dyn Tx, scope: &Scope, skip: u64, most: u64) -> Result<Forced> {
    let kind = LoginKind::Account;
    let pending = tx.count::<ForcedChange>(&[is("kind", &kind)])?;
    let flagged: Vec<ForcedChange> = tx.list(&Select {
        filter: vec![is("kind", &kind)],
        order: vec![("name", false)],
        window: Some((skip, most)),
    })?;
    let flagged: Vec<UserName> = flagged.into_iter().map(|row| row.name).collect();
    let left = most - u64::try_from(flagged.len()).unwrap_or(most);
    let mut rows = with_domains(tx, &flagged, true)?;
    rows.extend(with_domains(tx, &calm(tx, skip.saturating_sub(pending), left)?, false)?);
    Ok(Forced { rows, accounts: account_list::total(tx, scope)?, pending })
}

/// The names of accounts who need not change it, `most` after the first `skip`.
fn calm(tx: &dyn Tx, mut skip: u64, most: u64) -> Result<Vec<UserName>> {
    let mut names = Vec::new();
    if most == 0 {
        return Ok(names);
    }
    let flagged: Vec<ForcedChange> = tx.matching(vec![is("kind", &LoginKind::Account)])?;
    let mut flagged = flagged.into_iter().map(|row| row.name).peekable();
    let order = vec![("name", false)];
    tx.each(&Select { order, ..Select::default() }, &mut |Named { name }| {
        while flagged.next_if(|flagged| *flagged < name).is_some() {}
        match (flagged.next_if_eq(&name), skip) {
            (Some(_), _) => {}
            (None, 0) => names.push(name),
            (None, _) => skip -= 1,
        }
        let enough = u64::try_from(names.len()).is_ok_and(|length| length >= most);
        Ok(if enough { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
    })?;
    Ok(names)
}

/// What an account is called.
#[derive(Debug, api::Record)]
#[record(table = "accounts", key = "name")]
struct Named {
    name: UserName,
}

fn of_owner(tx: &dyn Tx, owner: &UserName, skip: u64, most: u64) -> Result<Forced> {
    let mut accounts: BTreeMap<UserName, AccountRecord> = BTreeMap::new();
    for filter in [is("owner", owner), is("name", owner)] {
        let rows: Vec<AccountRecord> = tx.matching(vec![filter])?;
        accounts.extend(rows.into_iter().map(|row| (row.name.clone(), row)));
    }
    let names: Vec<UserName> = accounts.keys().cloned().collect();
    let flagged = among(tx, &names)?;
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
