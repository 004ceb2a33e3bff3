//! User and group ids of accounts.

use api::{
    Error, Kind, Result,
    function::Settings,
    records::{AccountRecord, Select, TrackedId, Tx, Where, is},
};

/// Ids below this one are the system's.
pub const FIRST: u32 = 1000;

/// The ids that accounts are given, range by range; what lies outside of them is kept for the
/// system, for containers and for `nobody`.
const RANGES: [(u32, u32); 2] = [(FIRST, 59_999), (100_000, 523_999)];

/// Whether the system keeps this id for itself.
pub fn is_system(number: u32) -> bool {
    number < FIRST || (60_000..100_000).contains(&number) || number > i32::MAX.unsigned_abs()
}

/// An id for a new account, free as a user id and as a group id and never an account's before: the
/// one after the highest of its range, which four looks at indexes tell.
pub fn next(settings: &Settings, tx: &dyn Tx) -> Result<u32> {
    let ranges = settings.account_ids.map_or(RANGES.to_vec(), |range| vec![range]);
    for (first, last) in ranges {
        let next = highest(tx, last)?.map_or(first, |number| number.max(first - 1) + 1);
        if next <= last {
            return Ok(next);
        }
    }
    Err(Error::new(Kind::Conflict, "There are no user ids left for accounts."))
}

/// Refuses an id that an account has, or that one had.
pub fn check_free(settings: &Settings, tx: &dyn Tx, kind: &'static str, number: u32) -> Result<()> {
    if is_system(number) {
        return Err(Error::param(kind, format!("{number} is kept for the system.")));
    }
    if let Some((first, last)) = settings.account_ids
        && !(first..=last).contains(&number)
    {
        return Err(Error::param(kind, format!("{number} is not from {first} to {last}.")));
    }
    if in_use(tx, kind, number)? {
        return Err(Error::param(kind, format!("{number} is in use.")));
    }
    if tx.find::<TrackedId>(&[kind.into(), i64::from(number).into()])?.is_some() {
        return Err(Error::param(
            kind,
            format!(
                "{number} was an account's that is gone; untrack_acct_id makes it free, once \
                 no file is owned by it."
            ),
        ));
    }
    Ok(())
}

/// Whether an account has this `uid` or `gid`.
pub fn in_use(tx: &dyn Tx, kind: &'static str, number: u32) -> Result<bool> {
    Ok(tx.first::<AccountRecord>(vec![is(kind, i64::from(number))])?.is_some())
}

fn highest(tx: &dyn Tx, last: u32) -> Result<Option<u32>> {
    let below = |column| Where::Below(column, (i64::from(last) + 1).into());
    let one = Some((0, 1));
    let mut highest = None;
    for kind in ["uid", "gid"] {
        let accounts: Vec<AccountRecord> =
            tx.list(&Select { filter: vec![below(kind)], order: vec![(kind, true)], window: one })?;
        let tracked: Vec<TrackedId> = tx.list(&Select {
            filter: vec![is("kind", kind), below("number")],
            order: vec![("kind", true), ("number", true)],
            window: one,
        })?;
        let account = accounts.first().map(|row| if kind == "uid" { row.uid } else { row.gid });
        highest = highest.max(account).max(tracked.first().map(|row| row.number));
    }
    Ok(highest)
}
