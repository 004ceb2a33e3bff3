//! What homes hold: measured on the machine, and kept with the accounts, where lists read it.

use std::collections::BTreeSet;

use api::{
    Account, Error, Host, Result, UserName,
    ports::Usage,
    records::{AccountRecord, Select, Subject, Tx, Where, is},
};

use super::fleet;

/// Measures the homes of these accounts and keeps the figures, which may be lost in a power cut.
/// Gives what each holds, or why it cannot be told, in the same order.
pub fn measure(host: &Host, accounts: &[Account]) -> Result<Vec<Result<Usage>>> {
    let found: Vec<_> = accounts.iter().map(|account| host.os_users.usage(account)).collect();
    let news = accounts.iter().zip(&found).filter_map(|(account, usage)| {
        let (record, usage) = (account.record(), usage.as_ref().ok()?);
        let known = (record.disk_used, record.inodes_used) == (usage.disk, usage.inodes);
        (!known).then_some((record, usage))
    });
    let news: Vec<_> = news.collect();
    if !news.is_empty() {
        let tx = host.store.write_relaxed()?;
        news.iter().try_for_each(|(record, usage)| keep(&*tx, record, usage))?;
        tx.commit()?;
    }
    Ok(found)
}

/// Where the account went meanwhile, and another one may have its name, nothing is kept.
fn keep(tx: &dyn Tx, record: &AccountRecord, usage: &Usage) -> Result<()> {
    let figures = [("disk_used", (&usage.disk).into()), ("inodes_used", (&usage.inodes).into())];
    let same = [is("name", &record.name), is("uid", &record.uid)];
    tx.update::<AccountRecord>(&figures, &same)?;
    Ok(())
}

/// Measures the homes among these subjects that never were: the new ones. Whatever becomes of it,
/// they are measured again with all others.
pub fn measure_new(host: &Host, subjects: &BTreeSet<Subject>) -> Result<()> {
    let users = subjects.iter().filter_map(|subject| match subject {
        Subject::User(name) => Some(name.clone()),
        _ => None,
    });
    let users: Vec<UserName> = users.collect();
    if users.is_empty() {
        return Ok(());
    }
    let mut records: Vec<AccountRecord> = host.store.read()?.among("name", &users)?;
    records.retain(|record| record.inodes_used == 0);
    let accounts: Vec<Account> = records.into_iter().map(Account::for_reconciler).collect();
    measure(host, &accounts)?;
    Ok(())
}

/// Some accounts that were measured.
#[derive(Debug)]
pub struct Measured {
    /// The last of them; `None` where there was none.
    pub last: Option<UserName>,
    /// Why some could not be.
    pub problems: Vec<Error>,
}

/// Measures at the most so many accounts, those that follow a name.
pub fn measure_after(host: &Host, name: Option<&UserName>, most: u64) -> Result<Measured> {
    let mut filter = fleet::own_accounts(host);
    filter.extend(name.map(|name| Where::Above("name", name.into())));
    let select = Select { filter, order: vec![("name", false)], window: Some((0, most)) };
    let records: Vec<AccountRecord> = host.store.read()?.list(&select)?;
    let accounts: Vec<Account> = records.into_iter().map(Account::for_reconciler).collect();
    let found = measure(host, &accounts)?;
    Ok(Measured {
        last: accounts.last().map(|account| account.name().clone()),
        problems: found.into_iter().filter_map(Result::err).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::World;

    #[test]
    fn accounts_are_measured_some_at_a_time_until_there_are_none() {
        let world = World::new()
            .plant_account("anna", "root")
            .plant_account("bert", "root")
            .plant_account("carl", "root");
        let mut last = None;
        for expected in [Some("bert"), Some("carl"), None] {
            let measured = measure_after(&world.host, last.as_ref(), 2).unwrap();
            assert!(measured.problems.is_empty());
            assert_eq!(measured.last.as_ref().map(UserName::as_str), expected);
            last = measured.last;
        }
        for name in ["anna", "bert", "carl"] {
            assert!(world.record(name).inodes_used > 0, "{name}");
        }
    }

    #[test]
    fn figures_of_an_account_that_went_are_not_anothers() {
        let world = World::new().plant_account("anna", "root");
        let mut former = world.record("anna");
        former.uid += 1;
        measure(&world.host, &[Account::for_reconciler(former)]).unwrap();
        assert_eq!(world.record("anna").inodes_used, 0);
    }
}
