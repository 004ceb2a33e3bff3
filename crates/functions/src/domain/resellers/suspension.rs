//! Suspending resellers with their accounts. All rows change in one transaction, and the host follows
//! from its journal entry however many accounts there are: what a crash leaves undone goes on later.

use api::{
    Flag, Record, Result, UnixTime, UserName,
    records::{
        AccountRecord, Cell, Column, DomainRecord, MOST_VALUES, ResellerRecord, SessionRecord,
        Subject, Tx, Where, is,
    },
};

use crate::domain::{change::Change, databases, ftp};

/// How a suspension is to be.
#[derive(Debug)]
pub struct Suspension {
    /// When it begins.
    pub at: UnixTime,
    /// Why.
    pub reason: String,
    /// Whether only root may end those of the accounts.
    pub locks: bool,
}

/// Suspends the reseller and the accounts. An account that is suspended already keeps its reason.
/// Gives the accounts that were not.
pub fn suspend(
    change: &mut Change<'_>,
    reseller: &UserName,
    accounts: &[Standing],
    suspension: &Suspension,
) -> Result<Vec<UserName>> {
    mark(change.tx(), reseller, true)?;
    let columns = [
        ("suspended", Cell::Int(1)),
        ("suspended_at", (&suspension.at).into()),
        ("suspend_reason", suspension.reason.as_str().into()),
        ("keeps_ftp", Cell::Int(0)),
        ("modified", (&suspension.at).into()),
    ];
    let changed = set(change, accounts, false, &columns)?;
    if suspension.locks {
        for some in accounts.chunks(MOST_VALUES) {
            let names = some.iter().map(|one| one.name.cell()).collect();
            let filter = [Where::In("name", names)];
            change.tx().update::<AccountRecord>(&[("locked", Cell::Int(1))], &filter)?;
        }
    }
    for some in changed.chunks(MOST_VALUES) {
        let names = some.iter().map(Column::cell).collect();
        change.tx().delete::<SessionRecord>(&[Where::In("user_name", names)])?;
    }
    change.tx().delete::<SessionRecord>(&[is("user_name", reseller)])?;
    Ok(changed)
}

/// Ends the suspensions of the reseller and the accounts; gives the accounts that were suspended.
pub fn unsuspend(
    change: &mut Change<'_>,
    now: UnixTime,
    reseller: &UserName,
    accounts: &[Standing],
) -> Result<Vec<UserName>> {
    mark(change.tx(), reseller, false)?;
    let columns = [
        ("suspended", Cell::Int(0)),
        ("suspended_at", Cell::Null),
        ("suspend_reason", "".into()),
        ("locked", Cell::Int(0)),
        ("keeps_ftp", Cell::Int(0)),
        ("modified", (&now).into()),
    ];
    set(change, accounts, true, &columns)
}

/// An account of a reseller, and whether it is suspended.
#[derive(Debug, Record)]
#[record(table = "accounts", key = "name")]
pub struct Standing {
    /// Its name.
    pub name: UserName,
    /// Whether it is suspended.
    pub suspended: Flag,
}

/// The reseller's own account, and with `owned` those that the reseller owns; never the caller's, who
/// may not do this to themselves.
pub fn accounts(
    tx: &dyn Tx,
    caller: &UserName,
    reseller: &UserName,
    owned: bool,
) -> Result<Vec<Standing>> {
    let mut accounts: Vec<Standing> = tx.matching(vec![is("name", reseller)])?;
    if owned {
        let others: Vec<Standing> = tx.matching(vec![is("owner", reseller)])?;
        accounts.extend(others.into_iter().filter(|one| one.name != *reseller));
    }
    accounts.retain(|one| one.name != *caller);
    Ok(accounts)
}

fn mark(tx: &dyn Tx, reseller: &UserName, suspended: bool) -> Result<()> {
    let set = [("suspended", Cell::Int(suspended.into()))];
    tx.update::<ResellerRecord>(&set, &[is("name", reseller)])?;
    Ok(())
}

/// Sets columns of those accounts that are suspended or not, and has the host follow.
fn set(
    change: &mut Change<'_>,
    accounts: &[Standing],
    suspended: bool,
    columns: &[(&'static str, Cell<'_>)],
) -> Result<Vec<UserName>> {
    let changing = accounts.iter().filter(|one| one.suspended.0 == suspended);
    let names: Vec<UserName> = changing.map(|one| one.name.clone()).collect();
    for some in names.chunks(MOST_VALUES) {
        let filter = [Where::In("name", some.iter().map(Column::cell).collect())];
        change.tx().update::<AccountRecord>(columns, &filter)?;
    }
    let domains: Vec<DomainRecord> = change.tx().among("account", &names)?;
    for domain in domains {
        change.touch(Subject::Site(domain.name));
    }
    for name in &names {
        change.touch(Subject::User(name.clone()));
    }
    databases::follow::touch_all(change, &names)?;
    ftp::follow::touch_all(change, &names)?;
    Ok(names)
}

#[cfg(test)]
mod tests {
    use api::{Error, Kind, records::JournalEntry};

    use super::*;
    use crate::{domain::apply, testing::World};

    #[test]
    fn what_the_host_did_not_do_is_done_from_the_journal() {
        let mut world = World::new().account("carol", "root").reseller("carol", &[]);
        for number in 0..30 {
            world = world.plant_account(&format!("user{number}"), "carol");
        }
        let (carol, root) = ("carol".parse().unwrap(), UserName::root());
        let mut change = Change::by(&world.host, "suspendreseller").unwrap();
        let found = accounts(change.tx(), &root, &carol, true).unwrap();
        let reason = "unpaid".to_owned();
        let wish = Suspension { at: world.host.clock.now(), reason, locks: false };
        let changed = suspend(&mut change, &carol, &found, &wish).unwrap();
        assert_eq!(changed.len(), 31);
        let broken = || Err(Error::new(Kind::Unavailable, "The machine is away."));
        assert!(change.commit_at_once(broken).is_err());

        let user: UserName = "user29".parse().unwrap();
        let locked = || world.machine.login(&user).unwrap().unwrap().locked;
        assert!(world.record("user29").suspended.0 && !locked());
        assert_eq!(apply::open_entries(&world.host).unwrap().0, 1);
        assert!(locked() && world.machine.site("user29.test").unwrap().unwrap().suspended);
        let tx = world.host.store.read().unwrap();
        assert_eq!(tx.count::<JournalEntry>(&[]).unwrap(), 0);
    }
}
