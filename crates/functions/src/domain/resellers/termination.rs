//! Removing a reseller's accounts, some at a time: each part is a change of its own, so that what is
//! done is done, and the same call goes on with what is left.

use api::{Account, Cx, Error, Record, Result, UserName, records::is};

use crate::domain::{
    accounts::{
        removal::{self, Zones},
        rights,
    },
    change::{Change, OnFailure},
};

/// How many accounts one change removes.
const PART: usize = 50;

/// What became of an account.
#[derive(Debug)]
pub struct Outcome {
    /// The account.
    pub name: UserName,
    /// Why it is not removed, or not wholly yet.
    pub problem: Option<Error>,
}

/// The accounts that a reseller owns, by name, the reseller's own last and only where it is to go
/// too.
pub fn accounts(cx: &Cx<'_>, reseller: &UserName, itself: bool) -> Result<Vec<UserName>> {
    #[derive(Debug, Record)]
    #[record(table = "accounts", key = "name")]
    struct Name {
        name: UserName,
    }
    let tx = cx.host.store.read()?;
    let owned: Vec<Name> = tx.matching(vec![is("owner", reseller)])?;
    let mut names: Vec<UserName> = owned.into_iter().map(|row| row.name).collect();
    names.retain(|name| name != reseller);
    if itself && tx.find::<Name>(&[reseller.into()])?.is_some() {
        names.push(reseller.clone());
    }
    Ok(names)
}

/// Removes the accounts with all that is theirs. One that may not be removed is left, and the rest
/// goes on.
pub fn remove(cx: &Cx<'_>, names: &[UserName]) -> Result<Vec<Outcome>> {
    let mut outcomes = Vec::new();
    for part in names.chunks(PART) {
        remove_part(cx, part, &mut outcomes)?;
    }
    Ok(outcomes)
}

fn remove_part(cx: &Cx<'_>, names: &[UserName], outcomes: &mut Vec<Outcome>) -> Result<()> {
    let first = outcomes.len();
    let mut change = Change::begin(cx)?;
    for name in names {
        let problem = match find(cx, &change, name) {
            Ok(account) => {
                removal::write(&mut change, &account, Zones::Removed)?;
                None
            }
            Err(problem) => Some(problem),
        };
        outcomes.push(Outcome { name: name.clone(), problem });
    }
    let Err(problem) = change.commit(OnFailure::Forward) else { return Ok(()) };
    // Only what the host did not do yet is left to the journal; a store that fails ends the call.
    if problem.kind() != api::Kind::Unavailable {
        return Err(problem);
    }
    let said = problem.to_string();
    for outcome in outcomes.iter_mut().skip(first).filter(|outcome| outcome.problem.is_none()) {
        outcome.problem = Some(Error::new(api::Kind::Unavailable, said.clone()));
    }
    Ok(())
}

fn find(cx: &Cx<'_>, change: &Change<'_>, name: &UserName) -> Result<Account> {
    let account = rights::account_of_another(cx, change.tx(), name)?;
    removal::check(cx, change.tx(), &account)?;
    Ok(account)
}
