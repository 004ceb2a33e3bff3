//! Whose a package or a feature list is. Its name begins with its owner's and an underscore, where
//! the owner is a reseller. The owner stands in the row too, so that `bob` does not get what is of
//! `bob_b`; what root made with the prefix of somebody who became a reseller later is theirs as well.

use api::{
    Caller, PackageName, Result, UserName,
    records::{Record, Tx, Where, is},
};

use super::resellers;

/// Whether the caller may change what has that owner and name.
pub fn may_change(caller: &Caller, owner: &UserName, name: &PackageName) -> bool {
    caller.is_rootlike()
        || *owner == caller.user
        || (owner.is_root() && name.as_str().starts_with(&prefix(caller)))
}

/// The rows, with columns `owner` and `name`, that are the caller's own.
pub fn rows<T: Record>(tx: &dyn Tx, caller: &Caller) -> Result<Vec<T>> {
    let mut rows: Vec<T> = tx.matching(vec![is("owner", &caller.user)])?;
    if !caller.user.is_root() {
        let (root, prefix) = (UserName::root(), prefix(caller));
        let given = vec![is("owner", &root), Where::Begins("name", &prefix)];
        rows.extend(tx.matching::<T>(given)?);
    }
    Ok(rows)
}

/// The name under which the caller's own is kept: a reseller's gets the reseller's prefix.
pub fn own_name(caller: &Caller, name: &PackageName) -> Result<PackageName, String> {
    let prefix = prefix(caller);
    if caller.is_rootlike() || caller.user.is_root() || name.as_str().starts_with(&prefix) {
        return Ok(name.clone());
    }
    format!("{prefix}{name}").parse()
}

/// The owner of what the caller is about to make under that name: the caller, or the reseller whose
/// prefix root gave it.
pub fn of_new(tx: &dyn Tx, caller: &Caller, name: &PackageName) -> Result<UserName> {
    if !caller.is_rootlike() {
        return Ok(caller.user.clone());
    }
    for (place, _) in name.as_str().rmatch_indices('_') {
        let prefix = name.as_str().get(..place).unwrap_or_default();
        match prefix.parse::<UserName>() {
            Ok(user) if user == *prefix && resellers::is_reseller(tx, &user)? => return Ok(user),
            _ => {}
        }
    }
    Ok(UserName::root())
}

fn prefix(caller: &Caller) -> String {
    format!("{}_", caller.user)
}
